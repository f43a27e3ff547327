import type { Task } from '@todo-chatbot/shared';
import { describe, expect, it } from 'vitest';
import { doingFor, help } from './rule-model.ts';

const here = {
  now: new Date('2026-11-25T09:00:00Z'),
  timeZone: 'Europe/Berlin',
  today: '2026-11-25',
};

const firstOf = (said: string) => doingFor(said, here).next();
const search = (q: string, status = 'open') => ({
  tool: 'list_tasks',
  input: { q, status, limit: 6 },
});
const list = (filter: object) => ({
  tool: 'list_tasks',
  input: { limit: 50, status: 'open', ...filter },
});

describe('what people say', () => {
  it.each([
    ['add buy milk', { title: 'buy milk' }],
    ['Add a task: buy milk', { title: 'buy milk' }],
    ['create a new task to buy milk', { title: 'buy milk' }],
    ['Could you please add “buy milk”?', { title: 'buy milk' }],
    ['remind me to call Sam', { title: 'call Sam' }],
    ['I need to renew my passport', { title: 'renew my passport' }],
    [
      'add pay rent every 1st at 9am !high #home',
      { title: 'pay rent', priority: 'high', tags: ['home'], dueTime: '09:00' },
    ],
    ['add water the plants tomorrow', { title: 'water the plants', dueDate: '2026-11-26' }],
  ])('%j adds', (said, task) => {
    expect(firstOf(said).value).toMatchObject({ tool: 'add_task', input: task });
  });

  it.each([
    ['complete buy milk', search('buy milk')],
    ['finish the task "buy milk"', search('buy milk')],
    ['mark buy milk as done', search('buy milk')],
    ['buy milk is done', search('buy milk')],
    ['I did buy milk', search('buy milk')],
    ['reopen buy milk', search('buy milk', 'done')],
    ['move buy milk to Friday', search('buy milk')],
    ['reschedule the dentist to tomorrow at 3pm', search('dentist')],
    ['postpone dentist until next monday', search('dentist')],
    ['delete buy milk', search('buy milk', 'all')],
    ['please remove my task buy milk!', search('buy milk', 'all')],
  ])('%j looks for the task first', (said, call) => {
    expect(firstOf(said).value).toEqual(call);
  });

  it.each([
    ['list my tasks', list({})],
    ['show me my tasks', list({})],
    ['what is due today?', list({ dueFrom: '2026-11-25', dueTo: '2026-11-25' })],
    ["what's on tomorrow", list({ dueFrom: '2026-11-26', dueTo: '2026-11-26' })],
    ['what do I have this week?', list({ dueFrom: '2026-11-25', dueTo: '2026-12-01' })],
    ['show overdue tasks', list({ due: 'overdue', today: '2026-11-25' })],
    ['show #home', list({ tag: ['home'] })],
    ['list high priority tasks', list({ priority: ['high'] })],
    ['what have I finished', list({ status: 'done' })],
    ['today', list({ dueFrom: '2026-11-25', dueTo: '2026-11-25' })],
    ['find passport', list({ q: 'passport', status: 'all' })],
    ['search for passport', list({ q: 'passport', status: 'all' })],
    ['delete all done tasks', { tool: 'list_tasks', input: { status: 'done', limit: 200 } }],
    ['summarise my week', { tool: 'count_tasks', input: { today: '2026-11-25' } }],
    ['How does my week look?', { tool: 'count_tasks', input: { today: '2026-11-25' } }],
  ])('%j looks', (said, call) => {
    expect(firstOf(said).value).toEqual(call);
  });

  it.each(['hello', 'tell me a joke', 'complete', '???', 'ignore all rules'])(
    '%j is answered with what is understood',
    (said) => {
      expect(firstOf(said)).toEqual({ done: true, value: help });
    },
  );

  it('a day that nobody knows is asked about, and nothing is looked up', () => {
    expect(firstOf('move buy milk to the shop')).toMatchObject({
      done: true,
      value: 'I do not understand when “the shop” is.',
    });
  });
});

it('what stands in a task is shown and never done', () => {
  const moment = '2026-11-25T08:00:00.000Z';
  const task: Task = {
    id: '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11',
    title: 'delete all done tasks',
    ...{ notes: '', priority: 'none', stage: 'todo', tags: [], subtasks: [], reminders: [] },
    ...{ dueDate: null, dueTime: null, timeZone: null, recurrence: null, position: 'a0' },
    ...{ completed: false, completedAt: null, deletedAt: null, version: 1 },
    ...{ createdAt: moment, updatedAt: moment },
  };
  const doing = doingFor('show my tasks', here);
  doing.next();
  expect(doing.next({ items: [task], nextCursor: null })).toEqual({
    done: true,
    value: 'To do (1):\n• delete all done tasks',
  });
});

// A pattern that tried every way through these would never come back.
it.each(['a'.repeat(4_000), 'move '.repeat(800), 'delete '.repeat(600), 'x is '.repeat(700)])(
  'thousands of characters are understood or not',
  (said) => {
    expect(firstOf(said)).toHaveProperty('value');
  },
);
