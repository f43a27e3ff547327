import { weekdays } from '../contracts/recurrence.ts';
import { lastDayOfMonth, partsOf, weekdayOf, type Day, type Wall } from './days.ts';
import type { Rule } from './rules.ts';

function fits({ weekdays: names, monthDay }: Rule['recurrence'], day: Day): boolean {
  if (names) return names.some((name) => weekdays.indexOf(name) === weekdayOf(day));
  if (monthDay === undefined) return true;
  const { year, month, date } = partsOf(day);
  const last = lastDayOfMonth(year, month);
  return date === (monthDay === -1 ? last : Math.min(monthDay, last));
}

/** The first day on which a recurring task falls, from `start` on. */
export function firstDay(recurrence: Rule['recurrence'], start: Day): Day {
  // A week and a month hold every kind of day, so this ends.
  let day = start;
  while (!fits(recurrence, day)) day += 1;
  return day;
}

/** Today, or tomorrow where the time of day has passed. */
export const soonest = (wall: Wall, minutes: number | undefined): Day =>
  minutes !== undefined && minutes <= wall.minutes ? wall.today + 1 : wall.today;
