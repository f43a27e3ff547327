import type { Task } from '@todo-chatbot/shared';
import { onlineManager, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { act, notices } from '@/components/toast/notices';
import { changeTask, changeTasks, createTask } from '../commands';
import { sample } from '../testing/sample';
import { startCourier } from './courier';
import { outbox } from './outbox';

interface Sent {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

let sent: Sent[];
let answers: ((request: Sent) => Response | Promise<Response>)[];
let stop: () => void;
const json = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'content-type': 'application/json' } });
const changed = (task: Task) => () => json({ tasks: [task], removed: [] });
const delivered = () => vi.waitFor(() => expect(outbox.current()).toEqual([]));

beforeEach(() => {
  sent = [];
  answers = [];
  vi.stubGlobal('fetch', (path: string, { method = 'GET', body }: RequestInit) => {
    const request = { method, path, body: JSON.parse(String(body ?? '{}')) as Sent['body'] };
    sent.push(request);
    const answer = answers.shift();
    return answer ? Promise.resolve(request).then(answer) : Promise.reject(new TypeError('away'));
  });
  stop = startCourier(new QueryClient());
});

afterEach(() => {
  stop();
  outbox.close();
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
});

it('changes are sent in their order, each on the version the one before produced', async () => {
  answers.push(
    ({ body }) => json(sample({ ...body, version: 1 }), 201),
    changed(sample({ id: 'a', title: 'Two', version: 2 })),
    changed(sample({ id: 'a', title: 'Two', notes: 'n', version: 3 })),
  );
  createTask({ id: 'a', title: 'One' });
  const draft = sample({ id: 'a', title: 'One', version: 0 });
  changeTask(draft, { title: 'Two' });
  changeTask({ ...draft, title: 'Two' }, { notes: 'n' });
  await delivered();
  expect(sent.map(({ method, body }) => [method, body.version])).toEqual([
    ['POST', undefined],
    ['PATCH', 1],
    ['PATCH', 2],
  ]);
});

it('nothing is sent while there is no network, and everything once when it is back', async () => {
  onlineManager.setOnline(false);
  changeTask(sample({ id: 'b' }), { title: 'Later' });
  expect(sent).toEqual([]);
  answers.push(changed(sample({ id: 'b', title: 'Later', version: 2 })));
  onlineManager.setOnline(true);
  await delivered();
  expect(sent).toHaveLength(1);
});

it('a change whose answer was lost is not made a second time', async () => {
  answers.push(
    () => Promise.reject(new TypeError('the connection broke')),
    () => json({ code: 'stale_version' }, 409),
    () => json(sample({ id: 'c', title: 'Mine', version: 2 })),
  );
  changeTask(sample({ id: 'c' }), { title: 'Mine' });
  await delivered();
  expect(sent.map(({ method }) => method)).toEqual(['PATCH', 'PATCH', 'GET']);
  expect(notices.current()).toEqual([]);
});

it('a change of what somebody else changed is not made until the person says so', async () => {
  answers.push(
    () => json({ code: 'stale_version' }, 409),
    () => json(sample({ id: 'd', title: 'Theirs', version: 5 })),
  );
  changeTask(sample({ id: 'd' }), { title: 'Mine' });
  await delivered();
  const notice = notices.current().at(-1)!;
  expect(notice.title).toContain('was changed in another place');
  answers.push(changed(sample({ id: 'd', title: 'Mine', version: 6 })));
  act(notice.id);
  await delivered();
  expect(sent.at(-1)).toMatchObject({ method: 'PATCH', body: { title: 'Mine', version: 5 } });
});

it('a change beside somebody else’s is made on their version', async () => {
  answers.push(
    () => json({ code: 'stale_version' }, 409),
    () => json(sample({ id: 'e', notes: 'theirs', version: 5 })),
    changed(sample({ id: 'e', notes: 'theirs', title: 'Mine', version: 6 })),
  );
  changeTask(sample({ id: 'e' }), { title: 'Mine' });
  await delivered();
  expect(sent.at(-1)).toMatchObject({ body: { title: 'Mine', version: 5 } });
});

it('undo takes back what was done, on the version that it produced', async () => {
  answers.push(
    changed(sample({ id: 'f', completed: true, version: 2 })),
    changed(sample({ id: 'f', version: 3 })),
  );
  changeTasks([sample({ id: 'f' })], { completed: true }, 'Completed');
  await delivered();
  act(notices.current().at(-1)!.id);
  await delivered();
  expect(sent.map(({ body }) => body)).toEqual([
    { completed: true, version: 1 },
    { completed: false, version: 2 },
  ]);
});

it('what the server refuses is taken back, with its reason and a second try', async () => {
  answers.push(() => json({ detail: 'The title is too long.' }, 400));
  changeTask(sample({ id: 'g' }), { title: 'x' });
  await delivered();
  expect(notices.current().at(-1)).toMatchObject({
    title: '“Call Maya” was not saved. The title is too long.',
    action: { label: 'Try again' },
  });
});

it('several tasks are changed by one request', async () => {
  const tasks = ['h', 'i'].map((id) => sample({ id }));
  answers.push(() => json({ tasks, removed: [] }));
  changeTasks(tasks, { priority: 'high' }, 'Changed');
  await delivered();
  expect(sent).toMatchObject([
    { path: '/api/v1/tasks/bulk', body: { patches: [{ id: 'h', version: 1 }, { id: 'i' }] } },
  ]);
});
