import { weekdays, type Recurrence } from '@todo-chatbot/shared';
import { addDays, ruleInWords, weekdayIndex } from '@todo-chatbot/shared/dates';

const workdays = weekdays.slice(0, 5);

const isLastOfMonth = (day: string) => addDays(day, 1).endsWith('-01');

/** The rules that fit a due day, the usual ones first. */
export function presets(day: string): Recurrence[] {
  const weekday = weekdays[weekdayIndex(day)];
  const from = 'due' as const;
  return [
    { every: 1, unit: 'day', from },
    { every: 1, unit: 'week', weekdays: workdays, from },
    { every: 1, unit: 'week', ...(weekday && { weekdays: [weekday] }), from },
    { every: 1, unit: 'month', monthDay: Number(day.slice(8)), from },
    ...(isLastOfMonth(day) ? [{ every: 1, unit: 'month' as const, monthDay: -1, from }] : []),
    { every: 1, unit: 'year', from },
  ];
}

/** A rule in words, as a sentence begins. */
export function ruleWords(rule: Recurrence): string {
  const words = ruleInWords(rule);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether two rules say the same. */
export const sameRule = (one: Recurrence | null, other: Recurrence | null): boolean =>
  (one && ruleInWords(one)) === (other && ruleInWords(other));

/** A rule of another unit: what belongs to the old one goes, what the new one needs comes. */
export function withUnit(rule: Recurrence, unit: Recurrence['unit'], day: string): Recurrence {
  const { every, from, until } = rule;
  const weekday = weekdays[weekdayIndex(day)];
  return {
    every,
    unit,
    from,
    ...(until && { until }),
    ...(unit === 'week' && weekday && { weekdays: [weekday] }),
    ...(unit === 'month' && { monthDay: Number(day.slice(8)) }),
  };
}
