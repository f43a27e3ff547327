import { expect, it } from 'vitest';
import { reminderWords } from './reminder-words';

it.each([
  [0, 'When it is due'],
  [1, '1 minute before'],
  [90, '90 minutes before'],
  [120, '2 hours before'],
  [1_440, '1 day before'],
  [20_160, '2 weeks before'],
])('%i minutes are said as «%s»', (minutes, words) => {
  expect(reminderWords(minutes, '18:00')).toBe(words);
});

it('a task without a time is due at nine in the morning', () => {
  expect(reminderWords(0, null)).toBe('On the day at 09:00');
});
