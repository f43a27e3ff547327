'use client';

import { weekdays, type Weekday } from '@todo-chatbot/shared';

const names: Record<Weekday, string> = {
  mo: 'Monday',
  tu: 'Tuesday',
  we: 'Wednesday',
  th: 'Thursday',
  fr: 'Friday',
  sa: 'Saturday',
  su: 'Sunday',
};

interface Props {
  value: readonly Weekday[];
  onChange: (days: Weekday[]) => void;
}

/** The days of the week on which a task recurs; one at least. */
export function WeekdayToggles({ value, onChange }: Props) {
  const toggle = (day: Weekday) => {
    const next = weekdays.filter((one) => value.includes(one) !== (one === day));
    if (next.length > 0) onChange(next);
  };
  return (
    <div role="group" aria-label="On" className="flex justify-between">
      {weekdays.map((day) => (
        <button
          key={day}
          type="button"
          aria-label={names[day]}
          aria-pressed={value.includes(day)}
          onClick={() => toggle(day)}
          className="size-8 rounded-md text-sm text-muted transition-colors hover:bg-hover aria-pressed:bg-primary-soft aria-pressed:font-medium aria-pressed:text-primary-ink"
        >
          {names[day].slice(0, 2)}
        </button>
      ))}
    </div>
  );
}
