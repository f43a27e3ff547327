import { taskChanges } from '@todo-chatbot/shared';
import { todayIn } from '@todo-chatbot/shared/dates';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { taskClient } from '../../testing/task-client.ts';
import type { TaskClient } from '../../testing/task-client.ts';

let app: TestApp;
let ada: Browser;
let tasks: TaskClient;

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  ada = new Browser(app.server);
  tasks = taskClient(ada);
  await ada.signUp('Ada');
});
afterAll(() => app.close());

const weekly = {
  title: 'standup',
  notes: 'bring coffee',
  priority: 'high',
  tags: ['team'],
  subtasks: [{ id: '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11', title: 'agenda', done: true }],
  reminders: [0, 15],
  dueDate: '2999-10-21',
  dueTime: '09:30',
  timeZone: 'Europe/Berlin',
  recurrence: { every: 1, unit: 'week' },
} as const;

const titled = async (query: string) => (await tasks.list(query)).items;

it('completing a recurring task brings the next one, with all but what was done', async () => {
  const made = await tasks.create({
    ...weekly,
    subtasks: [...weekly.subtasks],
    tags: ['team'],
    reminders: [0, 15],
  });
  const { tasks: changed } = await tasks.patch(made, { completed: true });
  expect(changed).toHaveLength(2);
  const [done, next] = changed;
  expect(done).toMatchObject({ id: made.id, completed: true, dueDate: '2999-10-21', version: 2 });
  expect(next).toEqual({
    ...made,
    id: next!.id,
    subtasks: [{ ...made.subtasks[0], done: false }],
    dueDate: '2999-10-28',
    createdAt: done!.updatedAt,
    updatedAt: done!.updatedAt,
  });
});

it('opening it again takes an untouched next one back, and completing it again brings one', async () => {
  const made = await tasks.create({
    title: 'again',
    dueDate: '2999-01-01',
    recurrence: { every: 1, unit: 'day' },
  });
  const [done, next] = (await tasks.patch(made, { completed: true })).tasks;
  const reopened = await tasks.patch(done!, { completed: false });
  expect(reopened).toMatchObject({
    tasks: [{ id: made.id, completed: false }],
    removed: [next!.id],
  });
  expect((await ada.send(`GET /api/v1/tasks/${next!.id}`)).statusCode).toBe(404);
  expect((await tasks.patch(reopened.tasks[0]!, { completed: true })).tasks).toHaveLength(2);
});

it('opening it again leaves a next one that was changed, and never makes a second', async () => {
  const made = await tasks.create({
    title: 'kept',
    dueDate: '2999-01-01',
    recurrence: { every: 1, unit: 'day' },
  });
  const [done, next] = (await tasks.patch(made, { completed: true })).tasks;
  await tasks.patch(next!, { title: 'kept, changed' });
  const reopened = await tasks.patch(done!, { completed: false });
  expect(reopened.removed).toEqual([]);
  expect((await tasks.patch(reopened.tasks[0]!, { completed: true })).tasks).toHaveLength(1);
  expect(await titled('q=kept')).toHaveLength(2);
});

it('completed by many at once, it has one next occurrence', async () => {
  const made = await tasks.create({
    title: 'contested',
    dueDate: '2999-01-01',
    recurrence: { every: 1, unit: 'day' },
  });
  const body = { version: 1, completed: true };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => ada.send(`PATCH /api/v1/tasks/${made.id}`, body)),
  );
  const codes = answers.map(({ statusCode }) => statusCode).sort();
  expect(codes).toEqual([200, ...Array<number>(7).fill(409)]);
  expect(await titled('q=contested')).toHaveLength(2);
});

it('a daily task overdue since 1900 goes on today', async () => {
  const made = await tasks.create({
    title: 'ancient',
    dueDate: '1900-01-01',
    timeZone: 'Asia/Kolkata',
    recurrence: { every: 1, unit: 'day' },
  });
  const before = todayIn('Asia/Kolkata');
  const [, next] = (await tasks.patch(made, { completed: true })).tasks;
  expect([before, todayIn('Asia/Kolkata')]).toContain(next?.dueDate);
});

it('rescheduling keeps the rule', async () => {
  const rule = { every: 1, unit: 'week', weekdays: ['we'], from: 'due' } as const;
  const made = await tasks.create({
    title: 'moved',
    dueDate: '2999-10-23',
    recurrence: { ...rule, weekdays: ['we'] },
  });
  const [later] = (await tasks.patch(made, { dueDate: '2999-10-25' })).tasks;
  expect(later?.recurrence).toEqual(rule);
  const [, next] = (await tasks.patch(later!, { completed: true })).tasks;
  expect(next).toMatchObject({ dueDate: '2999-10-30', recurrence: rule });
});

it('a rule that has ended brings nothing, and no rule survives its date', async () => {
  const rule = { every: 1, unit: 'day', until: '2999-01-01' } as const;
  const made = await tasks.create({ title: 'last', dueDate: '2999-01-01', recurrence: rule });
  expect((await tasks.patch(made, { completed: true })).tasks).toHaveLength(1);
  const another = await tasks.create({ title: 'another', dueDate: '2999-01-01', recurrence: rule });
  const refused = await ada.send(`PATCH /api/v1/tasks/${another.id}`, {
    version: 1,
    dueDate: null,
  });
  expect(refused.statusCode).toBe(400);
  expect(refused.json().errors).toEqual([{ field: 'recurrence', message: 'needs a dueDate' }]);
});

it('a bulk change completes recurring tasks as a single one does', async () => {
  const rule = { every: 1, unit: 'day' } as const;
  const one = await tasks.create({ title: 'bulk one', dueDate: '2999-01-01', recurrence: rule });
  const two = await tasks.create({ title: 'bulk two' });
  const patches = [one, two].map(({ id }) => ({ id, version: 1, completed: true }));
  const answer = await ada.send('POST /api/v1/tasks/bulk', { patches });
  const { tasks: changed } = taskChanges.parse(answer.json());
  expect(changed.map(({ title, completed }) => [title, completed])).toEqual([
    ['bulk one', true],
    ['bulk two', true],
    ['bulk one', false],
  ]);
});
