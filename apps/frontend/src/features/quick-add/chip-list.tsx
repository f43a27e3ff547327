'use client';

import clsx from 'clsx';
import {
  CalendarDays,
  Clock,
  Flag,
  Hash,
  LayoutList,
  Repeat,
  Undo2,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { Chip } from './chips';

const icons: Record<Chip['kind'], LucideIcon> = {
  date: CalendarDays,
  time: Clock,
  recurrence: Repeat,
  priority: Flag,
  tag: Hash,
  view: LayoutList,
};

interface Props {
  chips: readonly Chip[];
  onToggle: (chip: Chip) => void;
}

/** What was understood of the typed text; each can be switched off, and on again. */
export function ChipList({ chips, onToggle }: Props) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Understood" className="flex flex-wrap gap-1.5 px-2.5 pt-1 pb-2.5">
      {chips.map((chip) => {
        const Icon = icons[chip.kind];
        const words = chip.kind === 'tag' ? chip.words.replace(/^#/, '') : chip.words;
        const Sign = chip.off ? Undo2 : X;
        return (
          <li key={`${chip.kind} ${chip.text}`}>
            <button
              type="button"
              aria-pressed={!chip.off}
              title={chip.off ? 'Understand this again' : 'Keep this as text'}
              onClick={() => onToggle(chip)}
              className={clsx(
                'inline-flex h-7 animate-fade items-center gap-1.5 rounded-sm px-2 text-sm transition-colors pointer-coarse:h-10',
                chip.off
                  ? 'text-muted line-through decoration-edge hover:bg-hover'
                  : 'bg-primary-soft text-primary-ink hover:bg-primary-soft-strong',
              )}
            >
              {!chip.off && <Icon aria-hidden size={13} strokeWidth={2} />}
              {words}
              <Sign aria-hidden size={12} className="opacity-70" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
