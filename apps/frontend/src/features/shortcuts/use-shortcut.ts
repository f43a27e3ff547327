import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Handler } from './board';
import { isMac, listen } from './keyboard';
import type { ShortcutId } from './table';

/**
 * Does something on a shortcut of the table, as long as the component is there and `enabled`. A
 * handler that returns false leaves the key its own meaning.
 */
export function useShortcut(id: ShortcutId, handler: Handler, enabled = true): void {
  const run = useEffectEvent(handler);
  useEffect(() => (enabled ? listen(id, (event) => run(event)) : undefined), [id, enabled]);
}

const never = () => () => undefined;

/** Whether keys are to be named as on a Mac; false on the server. */
export const useMac = () => useSyncExternalStore(never, isMac, () => false);
