import { recurrence } from '@todo-chatbot/shared';
import { expect, it } from 'vitest';
import { presets, ruleWords, sameRule, withUnit } from './presets';

it('the usual rules fit the day of the task', () => {
  expect(presets('2026-11-30').map(ruleWords)).toEqual([
    'Every day',
    'Every week on weekdays',
    'Every week on Mon',
    'Every month on the 30th',
    'Every month on the last day',
    'Every year',
  ]);
});

it('every rule that is offered is one that the server takes', () => {
  for (const rule of presets('2026-02-28')) expect(recurrence.parse(rule)).toEqual(rule);
});

it('another unit leaves nothing of the old one', () => {
  const [, , weekly] = presets('2026-11-25');
  const monthly = withUnit(weekly!, 'month', '2026-11-25');
  expect(recurrence.parse(monthly)).toEqual({ every: 1, unit: 'month', monthDay: 25, from: 'due' });
  expect(sameRule(monthly, presets('2026-11-25')[3]!)).toBe(true);
});
