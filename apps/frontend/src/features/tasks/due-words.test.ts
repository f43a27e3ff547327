import { expect, it } from 'vitest';
import { addDays } from '@todo-chatbot/shared/dates';
import { dayHeading, dayWords, dueTone } from './due-words';
import { sample } from './data/testing/sample';

const today = '2026-11-25';

it.each([
  ['2026-11-24', 'Yesterday'],
  ['2026-11-25', 'Today'],
  ['2026-11-26', 'Tomorrow'],
  ['2026-11-27', 'Fri'],
  ['2026-12-01', 'Tue'],
  ['2026-12-02', '2 Dec'],
  ['2026-11-20', '20 Nov'],
  ['2027-01-03', '3 Jan 2027'],
])('%s is said as %s', (day, words) => {
  expect(dayWords(day, today)).toBe(words);
});

it('days are counted by the calendar, across the change to summer time', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

it('a heading names the day in full', () => {
  expect(dayHeading('2026-11-26', today)).toBe('Tomorrow · Thursday 26 November');
  expect(dayHeading('2026-12-12', today)).toBe('Saturday 12 December');
});

it('what is done is never urgent', () => {
  expect(dueTone(sample({ dueDate: '2026-11-24' }), today)).toBe('overdue');
  expect(dueTone(sample({ dueDate: '2026-11-24', completed: true }), today)).toBe('later');
});
