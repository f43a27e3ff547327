'use client';

import clsx from 'clsx';
import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { KeyCaps } from '../shortcuts/key-caps';
import { shortcut, type ShortcutId } from '../shortcuts/table';

interface Props {
  /** Tells it from every other line. */
  id: string;
  Icon: LucideIcon;
  keys?: ShortcutId | undefined;
  muted?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

/** A line of the palette, with the keys that do the same without it. */
export function PaletteLine({ id, Icon, keys, muted, onSelect, children }: Props) {
  return (
    <Command.Item
      value={id}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-2.5 data-[selected=true]:bg-primary-soft data-[selected=true]:text-primary-ink pointer-coarse:min-h-12"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0 opacity-80" />
      <span className={clsx('min-w-0 flex-1 truncate', muted && 'line-through decoration-edge')}>
        {children}
      </span>
      {keys && <KeyCaps keys={shortcut(keys).keys[0]} className="shrink-0 max-sm:hidden" />}
    </Command.Item>
  );
}

/** Lines that belong together. */
export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="mb-1 **:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-sm **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}
