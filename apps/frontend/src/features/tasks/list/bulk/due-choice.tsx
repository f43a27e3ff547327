'use client';

import type { Task } from '@todo-chatbot/shared';
import { addDays } from '@todo-chatbot/shared/dates';
import { PopoverPanel } from '@/components/popover-panel';
import { Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { changeTasks } from '../../data/commands';
import { dayWords } from '../../due-words';
import { dueEdit, named } from './edits';

interface Props {
  tasks: readonly Task[];
  today: string;
  onDone: () => void;
  children: ReactNode;
}

const choice =
  'flex h-9 w-full items-center justify-between gap-6 rounded-sm px-2.5 transition-colors hover:bg-hover pointer-coarse:h-11';

/** Another day for all selected tasks. */
export function DueChoice({ tasks, today, onDone, children }: Props) {
  const [open, setOpen] = useState(false);
  const set = (day: string | null) => {
    const words = day
      ? `Moved ${named(tasks)} to ${dayWords(day, today)}`
      : `Took the day off ${named(tasks)}`;
    changeTasks(tasks, dueEdit(day), words);
    setOpen(false);
    onDone();
  };
  const days = [
    { label: 'Today', day: today },
    { label: 'Tomorrow', day: addDays(today, 1) },
    { label: 'In a week', day: addDays(today, 7) },
  ];
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <PopoverPanel
        label="Due date"
        side="top"
        sideOffset={10}
        className="z-40 w-56 animate-rise rounded-lg border border-hairline bg-raised p-1 shadow-float"
      >
        {days.map(({ label, day }) => (
          <button key={label} type="button" onClick={() => set(day)} className={choice}>
            {label}
            <span className="text-sm text-muted">
              {label === 'In a week' && dayWords(day, today)}
            </span>
          </button>
        ))}
        <label className="flex h-9 items-center justify-between gap-3 px-2.5 pointer-coarse:h-11">
          On
          <input
            type="date"
            min="1900-01-01"
            onChange={(event) =>
              event.target.validity.valid && event.target.value && set(event.target.value)
            }
            className="rounded-xs bg-transparent text-right text-muted"
          />
        </label>
        <button type="button" onClick={() => set(null)} className={`${choice} text-muted`}>
          No date
        </button>
      </PopoverPanel>
    </Popover.Root>
  );
}
