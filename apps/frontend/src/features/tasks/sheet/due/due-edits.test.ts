import type { Task } from '@todo-chatbot/shared';
import { expect, it } from 'vitest';
import { dayEdit, quickDays, timeEdit } from './due-edits';

const task = (given: Partial<Task>) =>
  ({ dueDate: null, dueTime: null, timeZone: null, ...given }) as Task;

const named = (today: string) => Object.fromEntries(quickDays(today).map((q) => [q.label, q.day]));

it('on a Wednesday the weekend and the next week are offered', () => {
  expect(named('2026-11-25')).toEqual({
    Today: '2026-11-25',
    Tomorrow: '2026-11-26',
    'This weekend': '2026-11-28',
    'Next week': '2026-11-30',
  });
});

it('no day is offered under two names', () => {
  for (let day = 23; day < 30; day += 1) {
    const days = quickDays(`2026-11-${day}`).map((quick) => quick.day);
    expect(new Set(days).size).toBe(days.length);
  }
});

it('a time without a day is meant for today', () => {
  expect(timeEdit(task({ timeZone: 'Asia/Tokyo' }), '09:00', '2026-11-25')).toEqual({
    dueDate: '2026-11-25',
    dueTime: '09:00',
    timeZone: 'Asia/Tokyo',
  });
});

it('a task moved to another day keeps its zone', () => {
  expect(dayEdit(task({ timeZone: 'Asia/Tokyo' }), '2026-12-01')).toEqual({
    dueDate: '2026-12-01',
    timeZone: 'Asia/Tokyo',
  });
});

it('without a day nothing that counts from it is left', () => {
  expect(dayEdit(task({ dueDate: '2026-12-01' }), null)).toEqual({
    dueDate: null,
    dueTime: null,
    timeZone: null,
    recurrence: null,
    reminders: [],
  });
});
