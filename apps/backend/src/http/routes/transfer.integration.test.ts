import { randomUUID } from 'node:crypto';
import { importLimit, taskExport } from '@todo-chatbot/shared';
import type { ExportedTask, TaskExport } from '@todo-chatbot/shared';
import fc from 'fast-check';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTransferStore } from '../../infra/database/tasks/transfer-store.ts';
import { createTaskTransfer } from '../../modules/tasks/transfer.ts';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { arbitraryTask } from '../../testing/arbitrary-task.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';

let app: TestApp;
let pool: Pool;
let anybody: Browser;

beforeAll(async () => {
  const url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
  pool = new Pool({ connectionString: url });
  anybody = await signedUp('Anybody');
});
afterAll(async () => {
  await app.close();
  await pool.end();
});

async function signedUp(name: string): Promise<Browser> {
  const browser = new Browser(app.server);
  await browser.signUp(name);
  return browser;
}

const fileOf = (tasks: object[]) => ({ format: 'todo-chatbot', version: 1, tasks }) as TaskExport;
const momentOfTest = '2026-11-25T09:00:00.000Z';
const plain = (title: string): ExportedTask => ({
  ...{ title, notes: '', priority: 'none', stage: 'todo', tags: [], subtasks: [], reminders: [] },
  ...{ dueDate: null, dueTime: null, timeZone: null, recurrence: null },
  ...{ completedAt: null, deletedAt: null, createdAt: momentOfTest, updatedAt: momentOfTest },
});
const titlesOf = async (browser: Browser) => {
  const answer = await browser.send('GET /api/v1/tasks?sort=manual&limit=200');
  return answer.json().items.map(({ title }: { title: string }) => title);
};

describe('an export', () => {
  it('imported into a new account is exported again byte by byte', async () => {
    const transfer = createTaskTransfer(createTransferStore(pool), () => new Date());
    const newOwner = async () => {
      const text = 'insert into users (name, email) values ($1, $1) returning id';
      return (await pool.query<{ id: string }>(text, [randomUUID()])).rows[0]!.id;
    };
    const exported = async (owner: string) => {
      const pieces: string[] = [];
      for await (const piece of transfer.exportOf(owner)) pieces.push(piece);
      return pieces.join('');
    };

    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryTask, { maxLength: 12 }), async (tasks) => {
        const [first, second] = [await newOwner(), await newOwner()];
        await transfer.import(first, fileOf(tasks));
        const text = await exported(first);
        const read = taskExport.parse(JSON.parse(text));
        expect(read.tasks).toEqual(tasks);
        await transfer.import(second, read);
        expect(await exported(second)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('holds what is done and what is in the trash, in manual order, as a file to save', async () => {
    const ada = await signedUp('Ada');
    for (const title of ['last', 'done', 'deleted', 'first 🎈']) {
      await ada.send('POST /api/v1/tasks', { title });
    }
    const { items } = (await ada.send('GET /api/v1/tasks')).json();
    const idOf = (title: string) => items.find((one: { title: string }) => one.title === title).id;
    await ada.send(`PATCH /api/v1/tasks/${idOf('done')}`, { completed: true, version: 1 });
    await ada.send(`DELETE /api/v1/tasks/${idOf('deleted')}`);

    const answer = await ada.send('GET /api/v1/account/export');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="todo-\S+\.json"$/,
    );
    const { tasks } = taskExport.parse(answer.json());
    expect(tasks.map(({ title }) => title)).toEqual(['first 🎈', 'deleted', 'done', 'last']);
    expect(tasks[1]?.deletedAt).not.toBeNull();
    expect(tasks[2]?.completedAt).not.toBeNull();
    expect(answer.body).not.toContain(idOf('last'));
  });

  it('of an account without tasks is a whole file too', async () => {
    const answer = await (await signedUp('Nobody')).send('GET /api/v1/account/export');
    expect(taskExport.parse(answer.json()).tasks).toEqual([]);
  });

  it('is not for strangers', async () => {
    const stranger = new Browser(app.server);
    expect((await stranger.send('GET /api/v1/account/export')).statusCode).toBe(401);
    const answer = await stranger.send('POST /api/v1/account/import', fileOf([plain('x')]));
    expect(answer.statusCode).toBe(401);
  });
});

describe('an import', () => {
  it('adds its tasks in their order before those there are', async () => {
    const bob = await signedUp('Bob');
    await bob.send('POST /api/v1/tasks', { title: 'mine' });
    const answer = await bob.send('POST /api/v1/account/import', fileOf([plain('a'), plain('b')]));
    expect(answer.json()).toEqual({ count: 2 });
    await bob.send('POST /api/v1/tasks', { title: 'new' });
    expect(await titlesOf(bob)).toEqual(['new', 'a', 'b', 'mine']);
  });

  it('with one faulty task brings in none, and names its place', async () => {
    const eve = await signedUp('Eve');
    const faulty = { ...plain('fine'), dueTime: '25:00', dueDate: '2026-11-25' };
    const tasks = [plain('one'), plain('two'), faulty];
    const answer = await eve.send('POST /api/v1/account/import', fileOf(tasks));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toContainEqual({
      field: 'tasks.2.dueTime',
      message: 'must be a time such as 09:30',
    });
    expect(await titlesOf(eve)).toEqual([]);
  });

  it.each([
    ['a file of another app', { format: 'other', version: 1, tasks: [] }],
    ['a later format', { format: 'todo-chatbot', version: 2, tasks: [] }],
    [
      'a year that the database lacks',
      fileOf([{ ...plain('x'), createdAt: '0000-01-01T00:00:00.000Z' }]),
    ],
    ['an unknown field', fileOf([{ ...plain('x'), id: randomUUID() }])],
    ['too many tasks', fileOf(Array.from({ length: importLimit + 1 }, () => plain('x')))],
    ['text that is not JSON', '{"format":'],
  ])('refuses %s', async (_what, body) => {
    const answer = await anybody.send('POST /api/v1/account/import', body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().code).toBe('invalid_request');
  });

  it('tells of many faults no more than a person reads', async () => {
    const tasks = Array.from({ length: 3_000 }, () => ({ ...plain('x'), stage: 'nowhere' }));
    const answer = await anybody.send('POST /api/v1/account/import', fileOf(tasks));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toHaveLength(20);
  });

  it('takes as many tasks as a file may hold', async () => {
    const tasks = Array.from({ length: importLimit }, (_, n) => plain(`task ${n}`));
    const answer = await anybody.send('POST /api/v1/account/import', fileOf(tasks));
    expect(answer.json()).toEqual({ count: importLimit });
    const exported = (await anybody.send('GET /api/v1/account/export')).json();
    expect(exported.tasks.map(({ title }: ExportedTask) => title)).toEqual(
      tasks.map(({ title }) => title),
    );
  });
});
