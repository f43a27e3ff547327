'use client';

import { lazy, Suspense } from 'react';
import { useShortcut } from '../shortcuts/use-shortcut';
import { noteTargets } from '../tasks/targets';
import { showOverlay, useOverlay } from './overlay';
import { useAppKeys } from './use-app-keys';

const ShortcutsDialog = lazy(() =>
  import('../shortcuts/shortcuts-dialog').then((module) => ({ default: module.ShortcutsDialog })),
);
const Palette = lazy(() =>
  import('../palette/palette').then((module) => ({ default: module.Palette })),
);
const QuickAddDialog = lazy(() =>
  import('../quick-add/quick-add-dialog').then((module) => ({ default: module.QuickAddDialog })),
);

const close = () => showOverlay(undefined);

/** What floats above every page of the app, and the shortcuts that belong to no page. */
export function Overlays() {
  const shown = useOverlay();
  useAppKeys();
  useShortcut('palette', () => {
    noteTargets();
    showOverlay(shown === 'palette' ? undefined : 'palette');
  });
  return (
    <Suspense>
      {shown === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {shown === 'palette' && <Palette onClose={close} />}
      {shown === 'quick-add' && <QuickAddDialog onClose={close} />}
    </Suspense>
  );
}
