import { randomUUID } from 'node:crypto';
import { problem, taskChanges } from '@todo-chatbot/shared';
import type { Task } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { taskClient } from '../../testing/task-client.ts';
import type { TaskClient } from '../../testing/task-client.ts';
import { inZone, zones } from '../../testing/zones.ts';

let app: TestApp;
let ada: Browser;
let bob: Browser;
let tasks: TaskClient;

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  [ada, bob] = [new Browser(app.server), new Browser(app.server)];
  tasks = taskClient(ada);
  await Promise.all([ada.signUp('Ada'), bob.signUp('Bob')]);
});
afterAll(() => app.close());

const bulk = (patches: object[], browser = ada) =>
  browser.send('POST /api/v1/tasks/bulk', { patches });

describe('a task with an id that its client chose', () => {
  it('is created once, however often it is asked for', async () => {
    const id = randomUUID();
    const request = { id, title: 'once' };
    const answers = await Promise.all([1, 2, 3].map(() => ada.send('POST /api/v1/tasks', request)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
    expect(answers.map(({ json }) => json().id)).toEqual([id, id, id]);
    const renamed = await tasks.patch(await tasks.get(id), { title: 'renamed' });
    const again = await ada.send('POST /api/v1/tasks', request);
    expect(again.json()).toEqual(renamed.tasks[0]);
  });

  it('answers 404 when the id is another person’s, who keeps the task', async () => {
    const own = await tasks.create({ title: 'of Ada' });
    const answer = await bob.send('POST /api/v1/tasks', { id: own.id, title: 'of Bob' });
    expect(answer.statusCode).toBe(404);
    expect(await tasks.get(own.id)).toEqual(own);
  });
});

describe('a patch', () => {
  it('writes every field, and nothing else', async () => {
    const made = await tasks.create({ title: 'all' });
    const change = {
      title: 'all of it',
      notes: 'a\nb',
      priority: 'medium',
      stage: 'doing',
      tags: ['b', 'a'],
      subtasks: [{ id: randomUUID(), title: 'step', done: true }],
      reminders: [10],
      dueDate: '2026-11-25',
      dueTime: '23:59',
      timeZone: 'Asia/Kathmandu',
      recurrence: { every: 1, unit: 'month', monthDay: -1, from: 'due' },
      completed: false,
    };
    const [changed] = (await tasks.patch(made, change)).tasks;
    const { completedAt, updatedAt } = changed!;
    expect(changed).toEqual({ ...made, ...change, completedAt, updatedAt, version: 2 });
    expect(await tasks.get(made.id)).toEqual(changed);
    const cleared = {
      dueDate: null,
      dueTime: null,
      timeZone: null,
      recurrence: null,
      reminders: [],
    };
    expect((await tasks.patch(changed!, cleared)).tasks[0]).toMatchObject(cleared);
  });

  it.each([
    ['dueTime', { dueTime: '10:00' }],
    ['reminders', { reminders: [5] }],
    ['recurrence', { recurrence: { every: 1, unit: 'day' } }],
  ])('that leaves %s without what it needs is refused', async (field, change) => {
    const { id } = await tasks.create({ title: 'undated' });
    const answer = await ada.send(`PATCH /api/v1/tasks/${id}`, { version: 1, ...change });
    expect(answer.statusCode).toBe(400);
    expect(problem.parse(answer.json()).errors?.[0]?.field).toBe(field);
  });
});

describe('a date without a time', () => {
  it.each(zones)('is the same day when the server runs in %s', (zone) =>
    inZone(zone, async () => {
      const made = await tasks.create({ title: `day in ${zone}`, dueDate: '2026-11-25' });
      const day = async (query: string) => (await tasks.list(`${query}&limit=1`)).items[0]?.dueDate;
      expect(made.dueDate).toBe('2026-11-25');
      expect((await tasks.get(made.id)).dueDate).toBe('2026-11-25');
      expect((await tasks.patch(made, { title: `still ${zone}` })).tasks[0]?.dueDate).toBe(
        '2026-11-25',
      );
      expect(await day('due=today&today=2026-11-25')).toBe('2026-11-25');
      expect(await day('due=overdue&today=2026-11-25&sort=due')).toBeUndefined();
    }),
  );
});

describe('a bulk change', () => {
  async function make(count: number): Promise<Task[]> {
    const made: Task[] = [];
    for (let n = 0; n < count; n += 1) made.push(await tasks.create({ title: `bulk ${n}` }));
    return made;
  }
  const unchanged = async (made: Task[]) => {
    expect(await Promise.all(made.map(({ id }) => tasks.get(id)))).toEqual(made);
  };

  it('of 500 tasks is made as a whole, and answered in the order asked', async () => {
    const made = await make(500);
    const patches = made.map(({ id }, n) => ({
      id,
      version: 1,
      title: `changed ${n}`,
      tags: ['x'],
    }));
    const answer = await bulk(patches);
    const { tasks: changed, removed } = taskChanges.parse(answer.json());
    expect(changed.map(({ id, title }) => ({ id, title }))).toEqual(
      patches.map(({ id, title }) => ({ id, title })),
    );
    expect(removed).toEqual([]);
  });

  it('with one stale version changes nothing', async () => {
    const made = await make(3);
    const patches = made.map(({ id }, n) => ({ id, version: n === 1 ? 7 : 1, completed: true }));
    expect((await bulk(patches)).statusCode).toBe(409);
    await unchanged(made);
  });

  it('with the id of another person, or of nobody, changes nothing', async () => {
    const made = await make(2);
    const foreign = await taskClient(bob).create({ title: 'of Bob' });
    for (const id of [foreign.id, randomUUID()]) {
      const patches = [...made.map((own) => own.id), id].map((each) => ({
        ...{ id: each, version: 1, deleted: true },
      }));
      expect((await bulk(patches)).statusCode).toBe(404);
    }
    await unchanged(made);
  });

  it('with one task that would not fit changes nothing', async () => {
    const made = await make(2);
    const patches = [
      { id: made[0]!.id, version: 1, title: 'fits' },
      { id: made[1]!.id, version: 1, dueTime: '10:00' },
    ];
    expect((await bulk(patches)).statusCode).toBe(400);
    await unchanged(made);
  });

  it('of the same tasks in another order waits for the first, and one of them is stale', async () => {
    const made = await make(40);
    const patches = made.map(({ id }) => ({ id, version: 1, stage: 'doing' }));
    const answers = await Promise.all([bulk(patches), bulk(patches.toReversed())]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

it.each([
  ['PATCH /api/v1/tasks/:id', { title: 'stale' }],
  ['PATCH /api/v1/tasks/:id', { completed: true }],
  ['PATCH /api/v1/tasks/:id', { deleted: true }],
  ['POST /api/v1/tasks/:id/move', { after: null }],
  ['POST /api/v1/tasks/bulk', { title: 'stale' }],
])('%s with %j on a stale version gets 409', async (route, change) => {
  const made = await tasks.create({ title: 'fresh' });
  const [fresh] = (await tasks.patch(made, { title: 'fresher' })).tasks;
  const stale = { ...change, version: 1 };
  const body = route.endsWith('bulk') ? { patches: [{ ...stale, id: made.id }] } : stale;
  const answer = await ada.send(route.replace(':id', made.id), body);
  expect(answer.statusCode).toBe(409);
  expect(problem.parse(answer.json()).code).toBe('stale_version');
  expect(await tasks.get(made.id)).toEqual(fresh);
});
