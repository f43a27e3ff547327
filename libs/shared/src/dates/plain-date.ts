// Days are texts such as 2026-11-25, which compare as they stand. Nothing here needs a library.

const dayLength = 86_400_000;

/** The last day that the calendar of this app knows. */
export const lastDay = '9999-12-31';

/** The number of a day, counted from 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(day) / dayLength;

/** The day of a {@link dayNumber}; undefined beyond {@link lastDay}. */
export function dayOf(number: number): string | undefined {
  const text = new Date(number * dayLength);
  return Number.isNaN(text.getTime()) || text.getUTCFullYear() > 9999
    ? undefined
    : text.toISOString().slice(0, 10);
}

/** The day so many days later, or earlier when negative; it stops at {@link lastDay}. */
export const addDays = (day: string, days: number): string =>
  dayOf(dayNumber(day) + days) ?? lastDay;

/** Days from one day to another, negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The place of a day in its week, from 0 for Monday to 6 for Sunday. */
export const weekdayIndex = (day: string): number => (((dayNumber(day) + 3) % 7) + 7) % 7;

/** The number of a day's month, counted from year 0. */
export const monthNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const monthLength = (month: number): number =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();

/** A day of a month by {@link monthNumber}; -1 and days that the month lacks are its last one. */
export function dayInMonth(month: number, day: number): string | undefined {
  const length = monthLength(month);
  const inMonth = day === -1 ? length : Math.min(day, length);
  return dayOf(Date.UTC(Math.floor(month / 12), month % 12, inMonth) / dayLength);
}

/** The same day of the month so many months later, or the last one of a month that lacks it. */
export const addMonths = (day: string, months: number): string =>
  dayInMonth(monthNumber(day) + months, Number(day.slice(8))) ?? lastDay;
