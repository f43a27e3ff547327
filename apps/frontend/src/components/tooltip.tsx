'use client';

import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { KeyCaps } from '@/features/shortcuts/key-caps';
import { shortcut, type ShortcutId } from '@/features/shortcuts/table';

interface Props {
  words: string;
  /** The shortcut that does the same. */
  keys?: ShortcutId;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** A button that says the same to a screen reader. */
  children: ReactNode;
}

/** Says what a button without words does, and which key does the same. */
export function Hint({ words, keys, side = 'bottom', children }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 flex animate-fade items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs font-medium text-ground shadow-float select-none"
        >
          {words}
          {keys && <KeyCaps keys={shortcut(keys).keys[0]} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** Around everything that has hints: the second one shows at once. */
export function HintProvider({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={300} disableHoverableContent>
      {children}
    </Tooltip.Provider>
  );
}
