import { expect, it } from 'vitest';
import { recurrence } from '../contracts/recurrence.ts';
import { ruleInWords } from './rule-words.ts';

it.each([
  [{ every: 1, unit: 'day' }, 'every day'],
  [{ every: 2, unit: 'week', weekdays: ['we', 'mo'] }, 'every 2 weeks on Mon and Wed'],
  [{ every: 1, unit: 'week', weekdays: ['fr', 'mo', 'tu', 'we', 'th'] }, 'every week on weekdays'],
  [{ every: 1, unit: 'week', weekdays: ['sa', 'su'] }, 'every week on weekends'],
  [{ every: 1, unit: 'month', monthDay: 1 }, 'every month on the 1st'],
  [{ every: 1, unit: 'month', monthDay: 22 }, 'every month on the 22nd'],
  [{ every: 1, unit: 'month', monthDay: 13 }, 'every month on the 13th'],
  [{ every: 3, unit: 'month', monthDay: -1 }, 'every 3 months on the last day'],
  [{ every: 1, unit: 'year', until: '2030-01-05' }, 'every year, until 5 Jan 2030'],
  [{ every: 3, unit: 'day', from: 'completion' }, 'every 3 days after completion'],
])('%j reads %s', (rule, words) => {
  expect(ruleInWords(recurrence.parse(rule))).toBe(words);
});
