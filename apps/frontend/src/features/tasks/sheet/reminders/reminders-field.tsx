'use client';

import { taskLimits } from '@todo-chatbot/shared';
import { Bell, Plus, X } from 'lucide-react';
import { hint } from '@/components/hint/hint';
import { PopoverPanel } from '@/components/popover-panel';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { FieldProps } from '../field-props';
import { FieldRow } from '../field-row';
import { popoverClass, valueClass } from '../looks';
import { ReminderPicker } from './reminder-picker';
import { reminderWords } from './reminder-words';

/** When to be reminded of a task. */
export function RemindersField({ task, onEdit }: FieldProps) {
  const [open, setOpen] = useState(false);
  const { reminders, dueTime, dueDate } = task;
  const add = (minutes: number) => {
    const next = [...new Set([...reminders, minutes])].sort((a, b) => a - b);
    onEdit({ reminders: next });
    setOpen(false);
  };
  return (
    <FieldRow Icon={Bell} label="Remind">
      <ul aria-label="Reminders" className="empty:hidden">
        {reminders.map((minutes) => (
          <li key={minutes} className="flex min-h-9 items-center pl-2 pointer-coarse:min-h-11">
            {reminderWords(minutes, dueTime)}
            <button
              type="button"
              {...hint('Remove')}
              aria-label={`Remove the reminder ${reminderWords(minutes, dueTime).toLowerCase()}`}
              onClick={() => onEdit({ reminders: reminders.filter((one) => one !== minutes) })}
              className="ml-1 grid size-8 place-items-center rounded-sm text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-11"
            >
              <X aria-hidden size={14} />
            </button>
          </li>
        ))}
      </ul>
      {reminders.length < taskLimits.reminders && (
        <Popover.Root open={open} onOpenChange={setOpen} modal>
          <Popover.Trigger disabled={!dueDate} className={valueClass(false)}>
            {dueDate && reminders.length > 0 && <Plus aria-hidden size={14} />}
            {dueDate ? 'Add a reminder' : 'Needs a due date'}
          </Popover.Trigger>
          <PopoverPanel label="Add a reminder" align="start" className={`${popoverClass} w-72`}>
            <ReminderPicker reminders={reminders} dueTime={dueTime} onAdd={add} />
          </PopoverPanel>
        </Popover.Root>
      )}
    </FieldRow>
  );
}
