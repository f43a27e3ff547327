import { tagList, touched } from '@todo-chatbot/shared';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { taskClient } from '../../testing/task-client.ts';
import type { TaskClient } from '../../testing/task-client.ts';

let app: TestApp;
let ada: Browser;
let bob: Browser;
let tasks: TaskClient;

beforeAll(async () => {
  app = createTestApp(await createTestDatabase(inject('postgres')));
  [ada, bob] = [new Browser(app.server), new Browser(app.server)];
  tasks = taskClient(ada);
  await Promise.all([ada.signUp('Ada'), bob.signUp('Bob')]);
  await tasks.create({ title: 'one', tags: ['home', 'garden'] });
  await tasks.create({ title: 'two', tags: ['garden'] });
  const done = await tasks.create({ title: 'three', tags: ['home', 'älter'] });
  await tasks.patch(done, { completed: true });
  await taskClient(bob).create({ title: 'of Bob', tags: ['garden'] });
});
afterAll(() => app.close());

const list = async (browser = ada) =>
  tagList.parse((await browser.send('GET /api/v1/tags')).json()).items;
const tagsOf = async (title: string) => (await tasks.list(`q=${title}`)).items[0]?.tags;
const count = (answer: { json(): unknown }) => touched.parse(answer.json()).count;

it('tags are listed by name, with how many open tasks carry each', async () => {
  expect(await list()).toEqual([
    { name: 'älter', open: 0 },
    { name: 'garden', open: 2 },
    { name: 'home', open: 1 },
  ]);
});

it('a tag is renamed on every task, into one that is there already too, and of its owner only', async () => {
  const answer = await ada.send('PATCH /api/v1/tags/garden', { name: '#Home' });
  expect(count(answer)).toBe(2);
  expect(await tagsOf('one')).toEqual(['home']);
  expect(await tagsOf('two')).toEqual(['home']);
  expect((await tasks.list('q=two')).items[0]?.version).toBe(2);
  expect(await list(bob)).toEqual([{ name: 'garden', open: 1 }]);
});

it('a rename to the same name, and one of an unknown tag, touch nothing', async () => {
  expect(count(await ada.send('PATCH /api/v1/tags/home', { name: 'HOME' }))).toBe(0);
  expect(count(await ada.send('PATCH /api/v1/tags/unknown', { name: 'known' }))).toBe(0);
});

it('a tag is taken off every task, done ones included', async () => {
  const name = encodeURIComponent('Älter');
  expect(count(await ada.send(`DELETE /api/v1/tags/${name}`))).toBe(1);
  expect(await tagsOf('three')).toEqual(['home']);
});

it.each(['two words', 'a,b', 'a\nb', ''])('a tag cannot be called %j', async (name) => {
  expect((await ada.send('PATCH /api/v1/tags/home', { name })).statusCode).toBe(400);
});
