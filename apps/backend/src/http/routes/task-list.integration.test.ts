import { randomUUID } from 'node:crypto';
import { problem, taskSorts, taskSummary } from '@todo-chatbot/shared';
import type { NewTaskInput } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { taskClient } from '../../testing/task-client.ts';
import type { TaskClient } from '../../testing/task-client.ts';

let app: TestApp;
let ada: Browser;
let tasks: TaskClient;
const today = '2026-11-25';

// Made from top to bottom: the last is the newest, and the first of the manual order.
const made: NewTaskInput[] = [
  { title: 'book flight', dueDate: '2026-11-24', priority: 'high', tags: ['travel', 'home'] },
  { title: 'Äpfel kaufen', dueDate: today, dueTime: '18:00', timeZone: 'Europe/Berlin' },
  { title: 'apply for visa', dueDate: today, priority: 'low', tags: ['travel'] },
  { title: 'zip the tent', dueDate: '2026-12-01', notes: 'The Big one\nof 100% nylon' },
  {
    title: 'call Ann',
    priority: 'medium',
    subtasks: [{ id: randomUUID(), title: 'find the "number"' }],
  },
  { title: 'book hotel', dueDate: today, dueTime: '09:00', timeZone: 'UTC', priority: 'high' },
];

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  ada = new Browser(app.server);
  tasks = taskClient(ada);
  await ada.signUp('Ada');
  for (const input of made) await tasks.create(input);
  const done = await tasks.create({ title: 'done long ago', dueDate: '2026-11-20' });
  await tasks.patch(done, { completed: true });
  const bob = new Browser(app.server);
  await bob.signUp('Bob');
  await taskClient(bob).create({ title: 'book of Bob', dueDate: today, tags: ['travel'] });
});
afterAll(() => app.close());

const byNewest = [
  'book hotel',
  'call Ann',
  'zip the tent',
  'apply for visa',
  'Äpfel kaufen',
  'book flight',
];

describe('a list of open tasks', () => {
  it.each([
    ['newest', byNewest],
    ['manual', byNewest],
    [
      'due',
      ['book flight', 'book hotel', 'Äpfel kaufen', 'apply for visa', 'zip the tent', 'call Ann'],
    ],
    [
      'priority',
      ['book flight', 'book hotel', 'call Ann', 'apply for visa', 'Äpfel kaufen', 'zip the tent'],
    ],
    [
      'title',
      ['Äpfel kaufen', 'apply for visa', 'book flight', 'book hotel', 'call Ann', 'zip the tent'],
    ],
  ])('is in the order %s, whole or page by page', async (sort, titles) => {
    expect(await tasks.titles(`status=open&sort=${sort}`)).toEqual(titles);
    expect(await tasks.titles(`status=open&sort=${sort}&limit=1`)).toEqual(titles);
    expect(await tasks.titles(`status=open&sort=${sort}&limit=4`)).toEqual(titles);
  });

  it.each([
    ['due=overdue', ['book flight']],
    ['due=today', ['book hotel', 'Äpfel kaufen', 'apply for visa']],
    ['due=upcoming', ['zip the tent']],
    ['due=none', ['call Ann']],
    [`dueFrom=${today}`, ['book hotel', 'Äpfel kaufen', 'apply for visa', 'zip the tent']],
    [`dueTo=${today}`, ['book flight', 'book hotel', 'Äpfel kaufen', 'apply for visa']],
    ['priority=low&priority=medium', ['apply for visa', 'call Ann']],
    ['tag=travel', ['book flight', 'apply for visa']],
    ['tag=travel&tag=%23Home', ['book flight']],
    ['due=today&priority=high', ['book hotel']],
    ['q=BOOK', ['book flight', 'book hotel']],
    ['q=ight+ook', ['book flight']],
    ['q=%C3%A4PFEL', ['Äpfel kaufen']],
    ['q=the+big', ['zip the tent']],
    ['q=travel+visa', ['apply for visa']],
    ['q=%22number%22', ['call Ann']],
    ['q=100%25', ['zip the tent']],
    ['q=b_ok', []],
    ['q=%25', ['zip the tent']],
    ['q=%5C', []],
    ['q=nowhere', []],
  ])('can be asked for %s', async (filter, titles) => {
    const query = `status=open&sort=due&today=${today}&${filter}`;
    expect(await tasks.titles(query)).toEqual(titles);
    expect(await tasks.titles(`${query}&limit=1`)).toEqual(titles);
  });
});

it.each(taskSorts)('all tasks in the order %s are each there once, page by page', async (sort) => {
  const titles = await tasks.titles(`sort=${sort}&limit=2`);
  expect(titles.toSorted()).toEqual([...byNewest, 'done long ago'].toSorted());
});

it('done tasks begin with the one completed last', async () => {
  const one = await tasks.create({ title: 'first done' });
  await tasks.patch(one, { completed: true });
  expect(await tasks.titles('status=done&sort=completed&limit=1')).toEqual([
    'first done',
    'done long ago',
  ]);
});

it('the summary counts each view, and one’s own tasks only', async () => {
  const answer = await ada.send(`GET /api/v1/tasks/summary?today=${today}`);
  expect(taskSummary.parse(answer.json())).toMatchObject({
    ...{ open: 6, overdue: 1, today: 3, upcoming: 1, none: 1, trash: 0 },
  });
});

it('a cursor of another query is refused', async () => {
  const { nextCursor } = await tasks.list('limit=1');
  const answer = await ada.send(`GET /api/v1/tasks?limit=1&sort=due&cursor=${nextCursor}`);
  expect(answer.statusCode).toBe(400);
  expect(problem.parse(answer.json()).errors?.[0]?.field).toBe('cursor');
});
