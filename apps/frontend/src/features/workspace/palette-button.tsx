'use client';

import { Command } from 'lucide-react';
import { showOverlay } from '@/features/overlays/overlay';
import { ariaKeys } from '@/features/shortcuts/chord';
import { KeyCaps } from '@/features/shortcuts/key-caps';
import { shortcut } from '@/features/shortcuts/table';
import { useMac } from '@/features/shortcuts/use-shortcut';
import { noteTargets } from '@/features/tasks/targets';

/** The way to the palette for those who do not know its key yet. */
export function PaletteButton() {
  const mac = useMac();
  const { keys } = shortcut('palette');
  return (
    <button
      type="button"
      aria-keyshortcuts={ariaKeys(keys, mac)}
      onClick={() => {
        noteTargets();
        showOverlay('palette');
      }}
      className="mb-3 flex h-9 items-center gap-2.5 rounded-lg border border-hairline bg-surface px-2.5 text-left text-muted transition-colors hover:border-edge hover:text-ink pointer-coarse:h-11"
    >
      <Command aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate">Find anything</span>
      <KeyCaps keys={keys[0]} />
    </button>
  );
}
