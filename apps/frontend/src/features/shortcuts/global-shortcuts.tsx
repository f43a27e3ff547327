'use client';

import { lazy, Suspense, useState } from 'react';
import { applyTheme, isDark } from '@/lib/theme';
import { useShortcut } from './use-shortcut';

const ShortcutsDialog = lazy(() =>
  import('./shortcuts-dialog').then((module) => ({ default: module.ShortcutsDialog })),
);

/** The shortcuts that belong to no view: the sheet that explains them all, and the theme. */
export function GlobalShortcuts() {
  const [open, setOpen] = useState(false);
  useShortcut('help', () => setOpen(true));
  useShortcut('toggleTheme', () => applyTheme(isDark() ? 'light' : 'dark'));
  return (
    open && (
      <Suspense>
        <ShortcutsDialog onClose={() => setOpen(false)} />
      </Suspense>
    )
  );
}
