import { weekdays } from '../contracts/recurrence.ts';
import type { Recurrence } from '../contracts/recurrence.ts';
import { addDays, dayInMonth, dayNumber, dayOf, monthNumber, weekdayIndex } from './plain-date.ts';

type Rule = Omit<Recurrence, 'from'>;

// All in closed form: a daily task due since 1900 costs no more than one due yesterday.

function everyDays(step: number, due: string, earliest: string): string | undefined {
  const steps = Math.ceil((dayNumber(earliest) - dayNumber(due)) / step);
  return dayOf(dayNumber(due) + steps * step);
}

function onWeekdays(rule: Rule, due: string, earliest: string): string | undefined {
  const inWeek = (rule.weekdays ?? []).map((name) => weekdays.indexOf(name)).sort((a, b) => a - b);
  const firstMonday = dayNumber(due) - weekdayIndex(due);
  const length = rule.every * 7;
  const cycle = Math.floor((dayNumber(earliest) - firstMonday) / length);
  const monday = firstMonday + cycle * length;
  const found = inWeek.find((index) => monday + index >= dayNumber(earliest));
  return dayOf(found === undefined ? monday + length + (inWeek[0] ?? 0) : monday + found);
}

function everyMonths(rule: Rule, due: string, earliest: string): string | undefined {
  const step = rule.unit === 'year' ? rule.every * 12 : rule.every;
  const day = rule.monthDay ?? Number(due.slice(8));
  const cycle = Math.floor((monthNumber(earliest) - monthNumber(due)) / step);
  const month = monthNumber(due) + cycle * step;
  const found = dayInMonth(month, day);
  return found && found >= earliest ? found : dayInMonth(month + step, day);
}

function fromDue(rule: Rule, due: string, earliest: string): string | undefined {
  if (rule.unit === 'day') return everyDays(rule.every, due, earliest);
  if (rule.unit !== 'week') return everyMonths(rule, due, earliest);
  if (rule.weekdays) return onWeekdays(rule, due, earliest);
  return everyDays(rule.every * 7, due, earliest);
}

/**
 * The first day of a rule after `due`, and not before `notBefore`; undefined when the rule has
 * ended by then. Weeks begin on Monday.
 */
export function nextDate(rule: Rule, due: string, notBefore: string = due): string | undefined {
  const dayAfter = addDays(due, 1);
  const earliest = notBefore > dayAfter ? notBefore : dayAfter;
  const next = fromDue(rule, due, earliest);
  // The second comparison only fails at the end of the calendar.
  if (next === undefined || next <= due || (rule.until && next > rule.until)) return undefined;
  return next;
}
