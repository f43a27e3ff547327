import type { readTyped } from './reader';

type Read = typeof readTyped;

let loaded: Read | undefined;

// Until it is there, and if it never comes, what is typed is a title.
const plainly: Read = ({ text }) => ({ task: { title: text.trim() }, chips: [] });

/** What reads a typed task by now. */
export const reader = (): Read => loaded ?? plainly;

/** Whether dates and the like are understood by now. */
export const isReady = (): boolean => loaded !== undefined;

/** Brings what understands dates and the like; it is heavy, so a field asks when it is first used. */
export async function loadReader(): Promise<boolean> {
  loaded ??= await import('./reader').then(
    (module) => module.readTyped,
    () => undefined,
  );
  return loaded !== undefined;
}
