import { randomUUID } from 'node:crypto';
import { assistantAction, taskPage, wholeConversation } from '@todo-chatbot/shared';
import type { AssistantAction } from '@todo-chatbot/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../../testing/app.ts';
import type { TestApp } from '../../testing/app.ts';
import { Browser } from '../../testing/browser.ts';
import { actionsOf, chatOf, eventsIn, textOf } from '../../testing/chat.ts';
import { createTestDatabase } from '../../testing/database.ts';

let url: string;
let app: TestApp;
let ada: Browser;
let people = 0;

beforeAll(async () => {
  url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
});
afterAll(() => app.close());
beforeEach(async () => {
  ada = new Browser(app.server);
  people += 1;
  await ada.signUp(`Ada${people}`);
});

const titles = async (query = '') =>
  taskPage
    .parse((await ada.send(`GET /api/v1/tasks?${query}`)).json())
    .items.map(({ title }) => title);
const add = async (title: string, more: object = {}) =>
  (await ada.send('POST /api/v1/tasks', { title, ...more })).json() as { id: string };

describe('the built-in assistant', () => {
  it('says that it is one', async () => {
    expect((await ada.send('GET /api/v1/assistant')).json()).toEqual({
      name: 'Built-in assistant',
      builtIn: true,
    });
  });

  it('adds a task as it was said, and takes it back', async () => {
    const chat = chatOf(ada);
    const message = await chat.say('Please add call Sam tomorrow at 9am !high #phone');
    expect(textOf(message)).toBe('Added “call Sam”, due tomorrow at 09:00.');
    const [action] = actionsOf(message);
    expect(action).toMatchObject({ tool: 'add_task', state: 'done', undoable: true, count: 1 });
    expect(await titles('tag=phone&priority=high')).toEqual(['call Sam']);

    const undone = await chat.decide(action as AssistantAction, 'undo');
    expect(undone.json()).toMatchObject({ state: 'undone', undoable: false });
    expect(await titles()).toEqual([]);
    expect(await titles('status=trash')).toEqual(['call Sam']);
  });

  it('lists, searches and sums up the week', async () => {
    await add('Water the plants', { tags: ['home'] });
    await add('File the taxes', { dueDate: '2020-01-31' });
    const chat = chatOf(ada);
    expect(textOf(await chat.say('show my tasks #home'))).toContain('• Water the plants #home');
    expect(textOf(await chat.say('what is overdue?'))).toContain('Overdue (1):\n• File the taxes');
    expect(textOf(await chat.say('find plants'))).toContain('With “plants” (1)');
    expect(textOf(await chat.say('summarise my week'))).toContain('2 open in all');
    expect(textOf(await chat.say('What is due today?'))).toBe('Today: nothing there.');
  });

  it('checks a task off by its words, and opens it again', async () => {
    await add('Buy milk');
    const chat = chatOf(ada);
    const message = await chat.say('mark buy milk as done');
    expect(message.parts.map(({ type }) => type)).toEqual(['look', 'action', 'text']);
    expect(textOf(message)).toBe('Done: “Buy milk”.');
    expect(await titles('status=done')).toEqual(['Buy milk']);
    const [action] = actionsOf(message);
    await chat.decide(action as AssistantAction, 'undo');
    expect(await titles('status=done')).toEqual([]);
    expect(await titles()).toEqual(['Buy milk']);
  });

  it('moves a task to another day and keeps its time', async () => {
    await add('Dentist', { dueDate: '2027-03-01', dueTime: '15:30', timeZone: 'Europe/Berlin' });
    const message = await chatOf(ada).say('Move dentist to 5 March 2027');
    expect(textOf(message)).toBe('“Dentist” is due Fri 5 Mar at 15:30 now.');
  });

  it('asks which task is meant, and says when there is none', async () => {
    await add('Call Sam');
    await add('Call Sarah');
    const chat = chatOf(ada);
    expect(textOf(await chat.say('complete call sa'))).toContain('Which one do you mean?');
    expect(textOf(await chat.say('complete the roof'))).toBe('I find no open task with “roof”.');
  });

  it('says what it understands when it does not understand', async () => {
    expect(textOf(await chatOf(ada).say('Tell me a joke'))).toContain('I am built in');
  });
});

describe('what deletes', () => {
  const ask = async () => {
    await add('Old letter');
    const chat = chatOf(ada);
    const [action] = actionsOf(await chat.say('delete old letter'));
    expect(action).toMatchObject({ state: 'proposed', tasks: [{ title: 'Old letter' }] });
    return { chat, action: assistantAction.parse(action) };
  };

  it('waits until its person confirms it, is done once, and can be undone', async () => {
    const { chat, action } = await ask();
    expect(await titles()).toEqual(['Old letter']);
    expect((await chat.decide(action, 'confirm')).json()).toMatchObject({
      state: 'done',
      undoable: true,
    });
    expect(await titles()).toEqual([]);
    expect((await chat.decide(action, 'confirm')).statusCode).toBe(409);
    expect((await chat.decide(action, 'undo')).statusCode).toBe(200);
    expect(await titles()).toEqual(['Old letter']);
    expect((await chat.decide(action, 'undo')).statusCode).toBe(409);
  });

  it('confirmed twice at once is done once', async () => {
    const { chat, action } = await ask();
    const answers = await Promise.all([1, 2, 3].map(() => chat.decide(action, 'confirm')));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
  });

  it('is not made by a forged approval, another’s word, or other arguments', async () => {
    const { action } = await ask();
    await add('Treasure');
    const eve = new Browser(app.server);
    await eve.signUp(`Eve${people}`);
    expect((await chatOf(eve).decide(action, 'confirm')).statusCode).toBe(404);
    expect((await chatOf(eve).decide(action, 'undo')).statusCode).toBe(404);
    const forged = { ...action, id: randomUUID() };
    expect((await chatOf(ada).decide(forged, 'confirm')).statusCode).toBe(404);
    expect(await titles()).toEqual(['Treasure', 'Old letter']);
    const [treasure] = taskPage.parse((await ada.send('GET /api/v1/tasks')).json()).items;
    const changed = { ...action, input: { id: treasure?.id } };
    await ada.send(`POST /api/v1/assistant/actions/${action.id}/confirm`, changed);
    expect(await titles()).toEqual(['Treasure']);
  });

  it('is not made once it was declined', async () => {
    const { chat, action } = await ask();
    expect((await chat.decide(action, 'decline')).json()).toMatchObject({ state: 'declined' });
    expect((await chat.decide(action, 'confirm')).statusCode).toBe(409);
    expect(await titles()).toEqual(['Old letter']);
  });

  it('in numbers names them all, and brings them all back', async () => {
    for (const title of ['One', 'Two', 'Three']) {
      const { id } = await add(title);
      await ada.send(`PATCH /api/v1/tasks/${id}`, { completed: true, version: 1 });
    }
    const chat = chatOf(ada);
    const [action] = actionsOf(await chat.say('delete all done tasks'));
    expect(action).toMatchObject({ tool: 'change_tasks', state: 'proposed', count: 3 });
    await chat.decide(assistantAction.parse(action), 'confirm');
    expect(await titles('status=trash')).toHaveLength(3);
    await chat.decide(assistantAction.parse(action), 'undo');
    expect(await titles('status=done')).toHaveLength(3);
  });
});

it('what was changed since is not overwritten by undoing', async () => {
  const chat = chatOf(ada);
  const [action] = actionsOf(await chat.say('add paint the door'));
  const [{ id = '' } = {}] = action?.tasks ?? [];
  await ada.send(`PATCH /api/v1/tasks/${id}`, { title: 'Paint the gate', version: 1 });
  expect((await chat.decide(assistantAction.parse(action), 'undo')).statusCode).toBe(409);
  expect(await titles()).toEqual(['Paint the gate']);
});

describe('a conversation', () => {
  it('is kept, with what became of its changes, and listed newest first', async () => {
    const first = chatOf(ada);
    await first.say('add water the plants');
    const second = chatOf(ada);
    await second.say('find plants\nand more');
    const { items } = (await ada.send('GET /api/v1/assistant/conversations')).json();
    expect(items).toMatchObject([
      { id: second.id, title: 'find plants' },
      { id: first.id, title: 'add water the plants' },
    ]);
    const kept = wholeConversation.parse(
      (await ada.send(`GET /api/v1/assistant/conversations/${first.id}`)).json(),
    );
    expect(kept.messages).toMatchObject([
      { from: 'person', parts: [{ type: 'text', text: 'add water the plants' }] },
      { from: 'assistant', outcome: 'whole', parts: [{ type: 'action' }, { type: 'text' }] },
    ]);
  });

  it('hears a message once that is sent twice', async () => {
    const chat = chatOf(ada);
    const id = randomUUID();
    const [one, two] = [
      await chat.send('add sow carrots', id),
      await chat.send('add sow carrots', id),
    ];
    expect(eventsIn(two.body).at(-1)).toEqual(eventsIn(one.body).at(-1));
    expect(await titles()).toEqual(['sow carrots']);
  });

  it('belongs to one person', async () => {
    const chat = chatOf(ada);
    await chat.say('add sow carrots');
    const eve = new Browser(app.server);
    await eve.signUp(`Eva${people}`);
    const path = `/api/v1/assistant/conversations/${chat.id}`;
    expect((await eve.send(`GET ${path}`)).statusCode).toBe(404);
    expect((await eve.send(`DELETE ${path}`)).statusCode).toBe(404);
    expect((await chatOf(eve, chat.id).send('list')).statusCode).toBe(404);
    expect((await ada.send(`DELETE ${path}`)).statusCode).toBe(204);
    expect((await ada.send(`GET ${path}`)).statusCode).toBe(404);
  });
});

it('the budget of a day holds across processes', async () => {
  const more = { assistantBudget: { messages: 3, tokens: 100_000 } };
  const two = [createTestApp(url, undefined, more), createTestApp(url, undefined, more)];
  const browsers = two.map(({ server }) => {
    const browser = new Browser(server);
    for (const [name, value] of ada.cookies) browser.cookies.set(name, value);
    return browser;
  });
  const answers = await Promise.all(
    [0, 1, 0, 1, 0].map((one) => chatOf(browsers[one] as Browser).send('list')),
  );
  const refused = answers.filter(({ statusCode }) => statusCode === 429);
  expect(refused).toHaveLength(2);
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused[0]?.json()).toMatchObject({ code: 'rate_limited' });
  for (const one of two) await one.close();
});
