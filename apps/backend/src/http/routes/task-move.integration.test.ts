import { task } from '@todo-chatbot/shared';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase, onServer } from '../../testing/database.ts';
import { taskClient } from '../../testing/task-client.ts';
import type { TaskClient } from '../../testing/task-client.ts';

let url: string;
let app: TestApp;
let ada: Browser;
let tasks: TaskClient;
let ids: Map<string, string>;
let person = 0;

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
});
afterAll(() => app.close());

beforeEach(async () => {
  ada = new Browser(app.server);
  tasks = taskClient(ada);
  await ada.signUp(`Ada${++person}`);
  ids = new Map();
  for (const title of ['D', 'C', 'B', 'A']) ids.set(title, (await tasks.create({ title })).id);
});

const order = async () => (await tasks.titles('sort=manual')).join('');
const idOf = (title: string) => ids.get(title) ?? '';

async function move(title: string, after: string | null) {
  const { version } = await tasks.get(idOf(title));
  const body = { after: after && idOf(after), version };
  const answer = await ada.send(`POST /api/v1/tasks/${idOf(title)}/move`, body);
  expect(answer.statusCode, answer.body).toBe(200);
  return task.parse(answer.json());
}

it('a task goes right after another, or to the front', async () => {
  expect(await order()).toBe('ABCD');
  expect(await move('A', 'C')).toMatchObject({ title: 'A', version: 2 });
  expect(await order()).toBe('BCAD');
  await move('D', null);
  expect(await order()).toBe('DBCA');
  await move('B', 'A');
  expect(await order()).toBe('DCAB');
  ids.set('E', (await tasks.create({ title: 'E' })).id);
  expect(await order()).toBe('EDCAB');
});

it('it goes behind all that share the place of the one it is put after', async () => {
  await onServer(
    url,
    `update tasks set position = (select position from tasks where id = '${idOf('B')}')
     where id = '${idOf('C')}'`,
  );
  await move('D', 'B');
  expect(await order()).toMatch(/^A(BC|CB)D$/);
  await move('A', 'C');
  expect(await order()).toMatch(/^(BC|CB)AD$/);
});

it('places stay short when the same two are parted over and over', async () => {
  for (let times = 0; times < 300; times += 1) {
    const inner = times % 2 === 0 ? 'B' : 'C';
    const { position } = await move(inner, 'A');
    expect(position.length).toBeLessThanOrEqual(100);
  }
  expect(await order()).toBe('ACBD');
});

it('it goes nowhere after itself, a task of nobody, one of another person or one in the trash', async () => {
  const bob = new Browser(app.server);
  await bob.signUp(`Bob${person}`);
  const foreign = await taskClient(bob).create({ title: 'of Bob' });
  await ada.send(`DELETE /api/v1/tasks/${idOf('C')}`);
  const answers = await Promise.all(
    [idOf('A'), '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11', foreign.id, idOf('C')].map((after) =>
      ada.send(`POST /api/v1/tasks/${idOf('A')}/move`, { after, version: 1 }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 404, 404, 404]);
  expect(await order()).toBe('ABD');
});
