import { weekdays } from '../contracts/recurrence.ts';
import type { Recurrence, Weekday } from '../contracts/recurrence.ts';

const names: Record<Weekday, string> = {
  mo: 'Mon',
  tu: 'Tue',
  we: 'Wed',
  th: 'Thu',
  fr: 'Fri',
  sa: 'Sat',
  su: 'Sun',
};

const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (number: number): string => `${number}${endings[ordinals.select(number)] ?? 'th'}`;

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

function daysInWords(days: readonly Weekday[]): string {
  const sorted = weekdays.filter((day) => days.includes(day));
  const text = sorted.join();
  if (text === 'mo,tu,we,th,fr') return 'weekdays';
  if (text === 'sa,su') return 'weekends';
  return and.format(sorted.map((day) => names[day]));
}

/** A rule in words: `every 2 weeks on Mon and Wed, until 5 Jan 2027`. */
export function ruleInWords(rule: Recurrence): string {
  const { every, unit, weekdays: days, monthDay, until, from } = rule;
  const words = [every === 1 ? `every ${unit}` : `every ${every} ${unit}s`];
  if (days) words.push(`on ${daysInWords(days)}`);
  if (monthDay !== undefined) {
    words.push(monthDay === -1 ? 'on the last day' : `on the ${ordinal(monthDay)}`);
  }
  if (from === 'completion') words.push('after completion');
  const text = words.join(' ');
  return until ? `${text}, until ${dates.format(new Date(until))}` : text;
}
