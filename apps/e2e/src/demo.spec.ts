import { newTask } from '@todo-chatbot/shared';
import { demoTasks } from './demo/content.ts';
import { fillWithDemo, toTask } from './demo/fill.ts';
import { openSession } from './demo/session.ts';
import { stableId } from './demo/stable-id.ts';
import { newPerson } from './person.ts';
import { expect, test } from './test.ts';

interface Page {
  items: { id: string; title: string; completed: boolean; version: number }[];
}

test('the example is of every kind that the app knows', () => {
  expect(demoTasks.length).toBeGreaterThanOrEqual(40);
  expect(new Set(demoTasks.map(({ key }) => key)).size).toBe(demoTasks.length);
  const days = demoTasks.map(({ day }) => day);
  expect(days.some((day) => day !== undefined && day < 0)).toBe(true);
  expect(days).toContain(0);
  expect(demoTasks.some(({ done }) => done)).toBe(true);
  for (const demo of demoTasks) {
    const { task } = toTask(demo, 'somebody', 'Europe/Berlin');
    expect(newTask.safeParse(task).error, demo.title).toBeUndefined();
  }
});

test('the id of a name is the one of the standard, and stays', () => {
  expect(stableId('a')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(stableId('a')).toBe(stableId('a'));
  expect(stableId('a')).not.toBe(stableId('b'));
});

test('filled twice, an account holds the example once, put right again', async ({ baseURL }) => {
  const origin = String(baseURL);
  const { owner, send } = await openSession(origin, newPerson());
  const listed = async () => (await send('GET', '/api/v1/tasks?limit=200')) as Page;
  await fillWithDemo(send, owner, 'Europe/Berlin');
  const first = await listed();
  expect(first.items).toHaveLength(demoTasks.length);

  const bell = first.items.find(({ title }) => title.includes('bell'))!;
  const change = { title: 'something else', version: bell.version };
  await send('PATCH', `/api/v1/tasks/${bell.id}`, change);
  const books = first.items.find(({ title }) => title.includes('library'))!;
  await send('PATCH', `/api/v1/tasks/${books.id}`, { deleted: true, version: books.version });

  await fillWithDemo(send, owner, 'Europe/Berlin');
  const titles = ({ items }: Page) => items.map(({ title }) => title).toSorted();
  expect(titles(await listed())).toEqual(titles(first));
});
