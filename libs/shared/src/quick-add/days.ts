/** A day of the calendar, counted from 1970-01-01; arithmetic without zones and their jumps. */
export type Day = number;

const millisecondsOfDay = 86_400_000;

export const dayOf = (year: number, month: number, date: number): Day =>
  Math.floor(Date.UTC(year, month - 1, date) / millisecondsOfDay);

export const toIso = (day: Day): string =>
  new Date(day * millisecondsOfDay).toISOString().slice(0, 10);

export function partsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * millisecondsOfDay);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 0 is Monday, as in the contracts. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** The first day with that weekday, from `day` on. */
export const weekdayFrom = (day: Day, weekday: number): Day =>
  day + ((weekday - weekdayOf(day) + 7) % 7);

export const lastDayOfMonth = (year: number, month: number): number =>
  partsOf(dayOf(year, month + 1, 0)).date;

/** Whether the calendar has that day. */
export const isDay = (year: number, month: number, date: number): boolean =>
  month >= 1 && month <= 12 && date >= 1 && date <= lastDayOfMonth(year, month);

/** What calendar and clock on a person's wall show. */
export interface Wall {
  today: Day;
  /** Minutes since midnight. */
  minutes: number;
}

/** The wall in a zone at a moment. */
export function wallAt(moment: Date, timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = format.formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return {
    today: dayOf(part('year'), part('month'), part('day')),
    minutes: part('hour') * 60 + part('minute'),
  };
}

/** Minutes since midnight as a wall time: `09:30`. */
export const toWallTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
