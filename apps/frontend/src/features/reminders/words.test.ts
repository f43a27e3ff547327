import { expect, it } from 'vitest';
import { againWords, inAnHour, momentWords, reminderNote, tomorrow } from './words';

const now = new Date(2026, 10, 25, 18, 30);

it('in an hour is in an hour, tomorrow at nine in the morning', () => {
  expect(inAnHour(now)).toEqual(new Date(2026, 10, 25, 19, 30));
  expect(tomorrow(now)).toEqual(new Date(2026, 10, 26, 9));
  expect(tomorrow(new Date(2026, 11, 31, 23, 59))).toEqual(new Date(2027, 0, 1, 9));
});

it('a moment of today is a time, of another day a day and a time', () => {
  expect(momentWords(new Date(2026, 10, 25, 7, 5), now)).toBe('07:05');
  expect(momentWords(new Date(2026, 10, 26, 9), now)).toBe('Thu 26 Nov, 09:00');
});

it('a reminder that comes again says when', () => {
  expect(againWords(inAnHour(now), now)).toBe('You will be reminded again at 19:30.');
  expect(againWords(tomorrow(now), now)).toBe('You will be reminded again on Thu 26 Nov, 09:00.');
});

const reminder = {
  id: 'a',
  task: { id: 'b', title: 'Repot', dueDate: '2026-11-25', dueTime: null, timeZone: null },
  ...{ firesAt: now.toISOString(), toldAt: now.toISOString() },
  ...{ missed: false, read: false, current: true, mail: 'sent' as const },
};

it('a reminder says when its task is due, and what is wrong with it', () => {
  expect(reminderNote(reminder, '2026-11-25')).toBe('Due today');
  const wrong = { ...reminder, current: false, mail: 'failed' as const };
  expect(reminderNote(wrong, '2026-11-24')).toBe(
    'Due tomorrow · done, moved or deleted since · its mail could not be delivered',
  );
});
