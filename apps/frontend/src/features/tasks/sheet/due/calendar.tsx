'use client';

import { dayNumber } from '@todo-chatbot/shared/dates';
import { DayPicker, type ClassNames } from 'react-day-picker';

// The picker counts in the device's own days; only their number on the calendar matters here.
const toDate = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
};
const two = (part: number) => String(part).padStart(2, '0');
const toDay = (date: Date) =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const arrow =
  'grid size-8 place-items-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-10';

const looks: Partial<ClassNames> = {
  root: 'w-fit',
  months: 'relative',
  nav: 'absolute top-0 right-0 flex',
  button_previous: arrow,
  button_next: arrow,
  chevron: 'size-3.5 fill-current',
  month_caption: 'flex h-8 items-center px-2.5 pointer-coarse:h-10',
  caption_label: 'font-medium',
  month_grid: 'border-collapse tabular-nums',
  weekday: 'h-7 w-9 text-xs font-normal text-muted pointer-coarse:w-10',
  day: 'group p-0 text-center',
  day_button:
    'size-9 rounded-md transition-colors hover:bg-hover group-data-outside:text-muted group-data-today:font-semibold group-data-today:text-primary-ink group-data-selected:bg-primary group-data-selected:font-medium group-data-selected:text-on-primary pointer-coarse:size-10',
};

interface Props {
  selected: string | null;
  today: string;
  onSelect: (day: string) => void;
}

/** A month to pick a day from, with the arrow keys too. */
export function Calendar({ selected, today, onSelect }: Props) {
  const past = selected !== null && dayNumber(selected) < dayNumber(today);
  return (
    <DayPicker
      mode="single"
      required
      showOutsideDays
      fixedWeeks
      weekStartsOn={1}
      classNames={looks}
      today={toDate(today)}
      selected={selected ? toDate(selected) : undefined}
      defaultMonth={toDate(selected && !past ? selected : today)}
      startMonth={new Date(1900, 0)}
      endMonth={new Date(9999, 11)}
      onSelect={(date) => onSelect(toDay(date))}
    />
  );
}
