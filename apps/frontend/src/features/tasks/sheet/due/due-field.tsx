'use client';

import { CalendarDays, X } from 'lucide-react';
import { hint } from '@/components/hint/hint';
import { PopoverPanel } from '@/components/popover-panel';
import { Popover } from 'radix-ui';
import { lazy, Suspense, useState } from 'react';
import { dueTone, dueWords } from '../../due-words';
import { FieldRow } from '../field-row';
import type { FieldProps } from '../field-props';
import { popoverClass, valueClass } from '../looks';
import { dayEdit } from './due-edits';

const DuePicker = lazy(() =>
  import('./due-picker').then((module) => ({ default: module.DuePicker })),
);

const tones = { overdue: 'text-danger', today: 'text-warning', later: '' };

/** The day and time by which a task is to be done. */
export function DueField({ task, today, onEdit }: FieldProps) {
  const [open, setOpen] = useState(false);
  const words = dueWords(task, today);
  const tone = dueTone(task, today);
  return (
    <FieldRow Icon={CalendarDays} label="Due">
      <Popover.Root open={open} onOpenChange={setOpen} modal>
        <div className="flex items-center">
          <Popover.Trigger className={valueClass(Boolean(words))}>
            <span className={words && tones[tone]}>
              {words || 'Add a date'}
              {words && tone === 'overdue' && ' · overdue'}
            </span>
          </Popover.Trigger>
          {task.dueDate && (
            <button
              type="button"
              {...hint('Remove the due date')}
              aria-label="Remove the due date"
              onClick={() => onEdit(dayEdit(task, null))}
              className="ml-0.5 grid size-8 shrink-0 place-items-center rounded-sm text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-11"
            >
              <X aria-hidden size={14} />
            </button>
          )}
        </div>
        <PopoverPanel
          label="Due date"
          align="start"
          className={`${popoverClass} min-h-105 w-70 pointer-coarse:w-76`}
        >
          <Suspense>
            <DuePicker task={task} today={today} onEdit={onEdit} onClose={() => setOpen(false)} />
          </Suspense>
        </PopoverPanel>
      </Popover.Root>
    </FieldRow>
  );
}
