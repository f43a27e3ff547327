'use client';

import { taskLimits } from '@todo-chatbot/shared';
import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/button';
import { optionClass, smallFieldClass } from '../looks';
import { reminderUnits, reminderWords, usualReminders, type ReminderUnit } from './reminder-words';

interface Props {
  reminders: readonly number[];
  dueTime: string | null;
  onAdd: (minutes: number) => void;
}

/** The usual moments at a click, and any other by its number. */
export function ReminderPicker({ reminders, dueTime, onAdd }: Props) {
  const [unit, setUnit] = useState<ReminderUnit>('minutes');
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onAdd(Number(new FormData(event.currentTarget).get('count')) * reminderUnits[unit]);
  };
  return (
    <>
      {usualReminders(dueTime)
        .filter((minutes) => !reminders.includes(minutes))
        .map((minutes) => (
          <button
            key={minutes}
            type="button"
            onClick={() => onAdd(minutes)}
            className={optionClass}
          >
            {reminderWords(minutes, dueTime)}
          </button>
        ))}
      <form
        onSubmit={add}
        className="mt-1 flex items-center gap-1.5 border-t border-hairline px-2.5 pt-2 pb-1"
      >
        <input
          type="number"
          name="count"
          aria-label="How many"
          min={0}
          max={taskLimits.reminderMinutes / reminderUnits[unit]}
          defaultValue={15}
          required
          className={`${smallFieldClass} w-18 tabular-nums`}
        />
        <select
          aria-label="Unit"
          value={unit}
          onChange={({ target }) => setUnit(target.value as ReminderUnit)}
          className={`${smallFieldClass} min-w-0 flex-1`}
        >
          {Object.keys(reminderUnits).map((name) => (
            <option key={name} value={name}>
              {name} before
            </option>
          ))}
        </select>
        <Button type="submit" look="outline" className="h-8! px-2.5!">
          Add
        </Button>
      </form>
    </>
  );
}
