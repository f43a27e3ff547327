import { expect, it } from 'vitest';
import { largestImport, readExport } from './read-export';

const moment = '2026-11-25T09:00:00.000Z';
const task = {
  title: 'Call Maya',
  completedAt: null,
  deletedAt: null,
  createdAt: moment,
  updatedAt: moment,
};
const file = (content: unknown) =>
  new Blob([typeof content === 'string' ? content : JSON.stringify(content)]);
const exported = (tasks: unknown[]) => file({ format: 'todo-chatbot', version: 1, tasks });

it('an export is read', async () => {
  const read = await readExport(exported([task]));
  expect(read).toMatchObject({ export: { tasks: [{ title: 'Call Maya', tags: [] }] } });
});

it.each([
  ['a picture', file('\u0089PNG')],
  ['another list', file([1, 2, 3])],
  ["another app's export", file({ format: 'other', version: 1, tasks: [] })],
])('%s is told apart', async (_, blob) => {
  expect(await readExport(blob)).toEqual({ fault: expect.stringMatching(/no export of this app/) });
});

it('the task that is wrong is named, and what is wrong with it', async () => {
  const read = await readExport(exported([task, { ...task, dueDate: 'soon' }]));
  expect(read).toEqual({ fault: expect.stringMatching(/^Task 2 .*dueDate: must be a day/) });
});

it('what is too large is not even read', async () => {
  const read = await readExport(new Blob([new Uint8Array(largestImport + 1)]));
  expect(read).toEqual({ fault: expect.stringMatching(/larger than 32 MB/) });
});
