import { problem, task, taskChanges, taskPage } from '@todo-chatbot/shared';
import type { Task } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';

let app: TestApp;
let url: string;
let ada: Browser;
let bob: Browser;

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
  ada = new Browser(app.server);
  bob = new Browser(app.server);
  await Promise.all([ada.signUp('Ada'), bob.signUp('Bob')]);
});
afterAll(() => app.close());

async function create(browser: Browser, title: string): Promise<Task> {
  const answer = await browser.send('POST /api/v1/tasks', { title });
  expect(answer.statusCode).toBe(201);
  return task.parse(answer.json());
}

const first = (body: unknown) => taskChanges.parse(body).tasks[0]!;

describe('a person', () => {
  it('creates a task and reads it back', async () => {
    const answer = await ada.send('POST /api/v1/tasks', { title: ' buy milk ', notes: '1 l\n' });
    expect(answer.statusCode).toBe(201);
    const created = task.parse(answer.json());
    expect(created).toMatchObject({
      title: 'buy milk',
      notes: '1 l\n',
      completed: false,
      completedAt: null,
      version: 1,
    });
    expect(answer.headers.location).toBe(`/api/v1/tasks/${created.id}`);
    const read = await ada.send(`GET /api/v1/tasks/${created.id}`);
    expect(read.json()).toEqual(created);
  });

  it('completes a task, edits it without losing when, and opens it again', async () => {
    const { id } = await create(ada, 'run');
    const done = await ada.send(`PATCH /api/v1/tasks/${id}`, { completed: true, version: 1 });
    const { completedAt } = first(done.json());
    expect(completedAt).not.toBeNull();

    const edit = { title: 'run far', completed: true, version: 2 };
    const edited = await ada.send(`PATCH /api/v1/tasks/${id}`, edit);
    expect(first(edited.json())).toMatchObject({ title: 'run far', completedAt, version: 3 });

    const open = await ada.send(`PATCH /api/v1/tasks/${id}`, { completed: false, version: 3 });
    expect(first(open.json())).toMatchObject({
      title: 'run far',
      completed: false,
      completedAt: null,
    });
  });

  it('deletes a task as often as asked, after which it is in the trash', async () => {
    const { id } = await create(ada, 'forget');
    const gone = await ada.send(`DELETE /api/v1/tasks/${id}`);
    const again = await ada.send(`DELETE /api/v1/tasks/${id}`);
    expect([gone.statusCode, gone.body]).toEqual([204, '']);
    expect(again.statusCode).toBe(204);
    const read = task.parse((await ada.send(`GET /api/v1/tasks/${id}`)).json());
    expect(read).toMatchObject({ version: 2, deletedAt: expect.any(String) });
  });

  it('keeps text exactly, markup and quotes included', async () => {
    const title = `'; drop table tasks; -- <b>"Ünï" 🎉\\`;
    expect((await create(ada, title)).title).toBe(title);
  });
});

describe('a list', () => {
  let carl: Browser;

  beforeAll(async () => {
    carl = new Browser(app.server);
    await carl.signUp('Carl');
  });

  const list = async (query: string) => {
    const answer = await carl.send(`GET /api/v1/tasks${query}`);
    expect(answer.statusCode).toBe(200);
    return taskPage.parse(answer.json());
  };
  const titles = ({ items }: { items: Task[] }) => items.map(({ title }) => title);

  it('is empty at first, then newest first, page by page, undisturbed by newcomers', async () => {
    expect(await list('')).toEqual({ items: [], nextCursor: null });
    for (const title of ['1', '2', '3', '4', '5']) await create(carl, title);

    const first = await list('?limit=2');
    expect(titles(first)).toEqual(['5', '4']);
    await create(carl, '6');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect(titles(second)).toEqual(['3', '2']);
    const third = await list(`?limit=2&cursor=${second.nextCursor}`);
    expect(titles(third)).toEqual(['1']);
    expect(third.nextCursor).toBeNull();
  });

  it('loses and repeats nothing when tasks share a moment', async () => {
    const [row] = await onServer(url, `select id from users where email = 'carl@example.org'`);
    const owner = (row as { id: string }).id;
    await onServer(
      url,
      `insert into tasks (id, user_id, title, notes, created_at, updated_at)
       select gen_random_uuid(), '${owner}', 'same', '', '2020-01-01', '2020-01-01'
       from generate_series(1, 7)`,
    );
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list(`?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(13);
    expect(new Set(seen).size).toBe(13);
  });

  it('shows open or done tasks when asked', async () => {
    const { id, version } = await create(carl, 'done one');
    await carl.send(`PATCH /api/v1/tasks/${id}`, { completed: true, version });
    expect(titles(await list('?status=done'))).toEqual(['done one']);
    expect(titles(await list('?status=open'))).not.toContain('done one');
    expect(titles(await list('?status=all'))).toContain('done one');
  });
});

describe('a version', () => {
  it('that is stale gets 409 and changes nothing', async () => {
    const { id } = await create(ada, 'first');
    await ada.send(`PATCH /api/v1/tasks/${id}`, { title: 'second', version: 1 });
    const stale = await ada.send(`PATCH /api/v1/tasks/${id}`, { title: 'third', version: 1 });
    expect(stale.statusCode).toBe(409);
    expect(problem.parse(stale.json()).code).toBe('stale_version');
    const now = await ada.send(`GET /api/v1/tasks/${id}`);
    expect(now.json()).toMatchObject({ title: 'second', version: 2 });
  });

  it('lets one of many simultaneous edits through', async () => {
    const { id } = await create(ada, 'contested');
    const edits = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        ada.send(`PATCH /api/v1/tasks/${id}`, { title: `edit ${n}`, version: 1 }),
      ),
    );
    const codes = edits.map(({ statusCode }) => statusCode).sort();
    expect(codes).toEqual([200, ...Array<number>(7).fill(409)]);
  });
});

describe('every route', () => {
  const routes = [
    ['GET /api/v1/tasks', undefined],
    ['POST /api/v1/tasks', { title: 'x' }],
    ['GET /api/v1/tasks/:id', undefined],
    ['PATCH /api/v1/tasks/:id', { title: 'x', version: 1 }],
    ['DELETE /api/v1/tasks/:id', undefined],
  ] as const;
  const ofOneTask = routes.filter(([route]) => route.endsWith(':id'));
  const changing = routes.filter(([route]) => !route.startsWith('GET'));

  it.each(routes)('%s needs a session', async (route, body) => {
    const { id } = await create(ada, 'private');
    const answer = await new Browser(app.server).send(route.replace(':id', id), body);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(problem.parse(answer.json()).code).toBe('unauthenticated');
  });

  it.each(ofOneTask)('%s answers 404 for the id of another person', async (route, body) => {
    const { id } = await create(ada, 'private');
    const answer = await bob.send(route.replace(':id', id), body);
    expect(answer.statusCode).toBe(404);
    expect(problem.parse(answer.json()).code).toBe('not_found');
    expect((await ada.send(`GET /api/v1/tasks/${id}`)).json()).toMatchObject({ version: 1 });
  });

  it.each(ofOneTask)('%s refuses what is no id', async (route, body) => {
    const answer = await ada.send(route.replace(':id', 'one'), body);
    expect(answer.statusCode).toBe(400);
  });

  it.each(changing)('%s refuses a page of another origin', async (route, body) => {
    const { id } = await create(ada, 'safe');
    const headers = { origin: 'https://evil.example' };
    const answer = await ada.send(route.replace(':id', id), body, { headers });
    expect(answer.statusCode).toBe(403);
    expect(problem.parse(answer.json()).code).toBe('forbidden_origin');
  });

  it.each([
    ['POST /api/v1/tasks', {}, 'title'],
    ['POST /api/v1/tasks', { title: '' }, 'title'],
    ['POST /api/v1/tasks', { title: 5 }, 'title'],
    ['POST /api/v1/tasks', { title: 'a\0' }, 'title'],
    ['POST /api/v1/tasks', { title: 'a', notes: null }, 'notes'],
    ['POST /api/v1/tasks', { title: 'a', id: 'mine' }, 'id'],
    ['POST /api/v1/tasks', '[]', 'body'],
    ['PATCH /api/v1/tasks/0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11', { version: 1 }, 'body'],
    ['PATCH /api/v1/tasks/0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11', { title: 'a' }, 'version'],
    ['GET /api/v1/tasks?limit=0', undefined, 'limit'],
    ['GET /api/v1/tasks?status=late', undefined, 'status'],
    ['GET /api/v1/tasks?cursor=invented', undefined, 'cursor'],
    ['GET /api/v1/tasks?sort=size', undefined, 'sort'],
  ])('%s refuses %j and names the field', async (route, body, field) => {
    const answer = await ada.send(route, body);
    expect(answer.statusCode).toBe(400);
    const { code, errors } = problem.parse(answer.json());
    expect(code).toBe('invalid_request');
    expect(errors?.map((error) => error.field)).toEqual([field]);
  });
});
