import { createdToken, problem, reminderList, task } from '@todo-chatbot/shared';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { z } from 'zod';
import { createPool } from '../infra/database/database.ts';
import { createTestApp } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser } from '../testing/browser.ts';
import { actionsOf, chatOf } from '../testing/chat.ts';
import { connectedApp } from '../testing/connected-program.ts';
import { createTestDatabase } from '../testing/database.ts';
import { clientOf } from '../testing/fuzz/client.ts';
import type { RawAnswer, RawRequest } from '../testing/fuzz/client.ts';
import {
  hostileBodies,
  hostileHeaders,
  hostileTexts,
  hostileValues,
} from '../testing/fuzz/hostile.ts';
import {
  addressOf,
  apiRoutes,
  fieldsOf,
  legalRequest,
  parametersOf,
} from '../testing/fuzz/routes.ts';
import { remindedTask, reminderRounds } from '../testing/reminders.ts';
import { legalValue } from '../testing/fuzz/sample.ts';
import { operations } from './openapi/operations.ts';
import { nameOf } from './route-list.ts';
import type { ListedRoute } from './route-list.ts';

let app: TestApp;
let ada: Browser;
let bob: Browser;
let pool: Pool;
let rounds: ReturnType<typeof reminderRounds>;

// The routes are the server's own, so that a new one is here on its first day.
const listing = createTestApp('postgres://nobody@127.0.0.1:1/nothing');
await listing.server.ready();
const routes = apiRoutes(listing.server).map((route) => ({ name: nameOf(route), route }));
await listing.close();
const withBody = routes.filter(({ route }) => route.schema?.body);
const withQuery = routes.filter(({ route }) => route.schema?.querystring);
const guarded = routes.filter(
  ({ name }) => operations[name.replace('HEAD', 'GET')]?.audience !== 'everybody',
);
const ofOne = routes.filter(({ route }) => parametersOf(route).includes('id'));

beforeAll(async () => {
  const url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url);
  pool = createPool(url, () => undefined);
  rounds = reminderRounds(pool);
  ada = new Browser(app.server);
  bob = new Browser(app.server);
  await Promise.all([ada.signUp('Ada'), bob.signUp('Bob')]);
});
afterAll(async () => {
  await app.close();
  await pool.end();
});

/** Why an answer is not one that a request of this kind may get, undefined when it may. */
function faultOf({ method }: RawRequest, answer: RawAnswer, isLegal: boolean): string | undefined {
  if (answer.headers['set-cookie'] && /evil/.test(String(answer.headers['set-cookie']))) {
    return 'a header was injected';
  }
  if (answer.status < 400) return isLegal ? undefined : `${answer.status} for what is not legal`;
  if (answer.status >= 500) return `${answer.status} ${answer.text.slice(0, 200)}`;
  if (method === 'HEAD') return undefined;
  if (!answer.type.startsWith('application/problem+json')) return `no problem but ${answer.type}`;
  const body = problem.safeParse(JSON.parse(answer.text));
  return body.success && body.data.status === answer.status ? undefined : 'a malformed problem';
}

interface Probe {
  what: string;
  request: RawRequest;
  isLegal: boolean;
}

/** Sends probes one after the other, and answers what was wrong with their answers. */
async function faults(probes: Probe[]): Promise<string[]> {
  const send = clientOf(app.server, ada);
  const found: string[] = [];
  for (const { what, request, isLegal } of probes) {
    const fault = faultOf(request, await send(request), isLegal);
    if (fault) found.push(`${what}: ${fault}`);
  }
  const alive = await send({ method: 'GET', url: '/health' });
  return alive.status === 200 ? found : [...found, 'the process does not live any more'];
}

const headersOf = (type?: string): Record<string, string> =>
  type === undefined ? {} : { 'content-type': type };

/** Whether a schema takes a JSON text. */
function takes(schema: unknown, text: string): boolean {
  return (schema as z.ZodType).safeParse(JSON.parse(text)).success;
}

function bodyProbes({ method, url, schema }: ListedRoute): Probe[] {
  const legal = legalValue(schema?.body);
  const address = addressOf({ method, url, schema, bodyLimit: undefined });
  return fieldsOf(schema?.body).flatMap((field) =>
    Object.entries(hostileValues).map(([what, value]) => {
      const rest = Object.entries(legal).filter(([name]) => name !== field);
      const members = rest.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`);
      const body = `{${[...members, `${JSON.stringify(field)}:${value}`].join(',')}}`;
      const request = { method, url: address, headers: headersOf('application/json'), body };
      return { what: `${field} is ${what}`, request, isLegal: takes(schema?.body, body) };
    }),
  );
}

function queryProbes(route: ListedRoute): Probe[] {
  const { url } = legalRequest(route);
  const schema = route.schema?.querystring as z.ZodType;
  return fieldsOf(schema).flatMap((field) =>
    Object.entries(hostileTexts).map(([what, text]) => {
      const address = `${url}${url.includes('?') ? '&' : '?'}${field}=${text}`;
      const query: Record<string, string | string[]> = {};
      for (const [name, value] of new URL(address, 'http://x').searchParams) {
        query[name] = name in query ? [query[name] ?? '', value].flat() : value;
      }
      const request = { method: route.method, url: address };
      return { what: `${field} is ${what}`, request, isLegal: schema.safeParse(query).success };
    }),
  );
}

describe('a hostile', () => {
  it.each(withBody)(
    'field in the body of $name gets a problem or is taken as text',
    async ({ route }) => {
      expect(await faults(bodyProbes(route))).toEqual([]);
    },
  );

  it.each(withQuery)(
    'field in the query of $name gets a problem or is taken as text',
    async ({ route }) => {
      expect(await faults(queryProbes(route))).toEqual([]);
    },
  );

  it.each(routes)('body, path or header of $name gets a problem', async ({ route }) => {
    const legal = legalRequest(route);
    const bodies: Probe[] = Object.entries(hostileBodies).map(([what, { type, body }]) => ({
      what: `a body that is ${what}`,
      request: { ...legal, body, headers: headersOf(type) },
      // Where no body is asked for, none is read.
      isLegal: route.schema?.body === undefined,
    }));
    const paths: Probe[] = parametersOf(route).flatMap((name) =>
      Object.entries(hostileTexts).map(([what, text]) => ({
        what: `:${name} that is ${what}`,
        request: { ...legal, url: addressOf(route, { [name]: text }) },
        // Without its last part it is the address of another route.
        isLegal: name !== 'id' || text === '',
      })),
    );
    const headers: Probe[] = Object.entries(hostileHeaders).map(([name, value]) => ({
      what: `the header ${name}`,
      request: { ...legal, headers: { ...legal.headers, [name]: value } },
      isLegal: true,
    }));
    expect(await faults([...bodies, ...paths, ...headers])).toEqual([]);
  });
});

it.each(guarded)('$name lets no stranger in', async ({ route }) => {
  const answer = await clientOf(app.server)(legalRequest(route));
  expect(answer.status).toBe(401);
});

describe('a token', () => {
  const described = routes.filter(({ name }) => operations[name]?.audience !== 'everybody');
  const make = async (scope: string) => {
    const body = { name: 'probe', scopes: [scope] };
    const answer = await bob.send('POST /api/v1/account/tokens', body);
    return createdToken.parse(answer.json()).secret;
  };

  it.each(['tasks:read', 'tasks:write'])(
    'for %s opens what is said to open to it',
    async (scope) => {
      const headers = { authorization: `Bearer ${await make(scope)}` };
      const send = clientOf(app.server);
      const opened: string[] = [];
      for (const { name, route } of described) {
        if (route.method === 'HEAD') continue;
        const legal = legalRequest(route);
        const { status } = await send({ ...legal, headers: { ...legal.headers, ...headers } });
        if (status !== 403) opened.push(name);
      }
      const said = described.filter(({ name }) => operations[name]?.audience === scope);
      expect(opened).toEqual(said.map(({ name }) => name));
    },
  );
});

describe('another’s', () => {
  /** Something of Ada's for each kind of id. */
  async function possession(route: ListedRoute): Promise<string> {
    if (route.url.startsWith('/api/v1/account/tokens/')) {
      const body = { name: 'hers', scopes: ['tasks:read'] };
      return createdToken.parse((await ada.send('POST /api/v1/account/tokens', body)).json()).id;
    }
    if (route.url.startsWith('/api/v1/account/connected-apps/')) return connectedApp(ada);
    if (route.url.startsWith('/api/v1/assistant/')) {
      const chat = chatOf(ada);
      const [action] = actionsOf(await chat.say('add something of hers'));
      return route.url.includes('/actions/') ? String(action?.id) : chat.id;
    }
    if (route.url.startsWith('/api/v1/reminders/')) {
      await ada.send('POST /api/v1/tasks', remindedTask('hers'));
      await rounds.past();
      const list = reminderList.parse((await ada.send('GET /api/v1/reminders')).json());
      return String(list.items[0]?.id);
    }
    const { id } = task.parse((await ada.send('POST /api/v1/tasks', { title: 'hers' })).json());
    if (route.url.startsWith('/api/v1/trash/')) await ada.send(`DELETE /api/v1/tasks/${id}`);
    else if (!route.url.startsWith('/api/v1/tasks/')) {
      throw new Error(`Say here whose id ${route.url} takes.`);
    }
    return id;
  }

  const hers = async () => {
    const lists = [
      'GET /api/v1/tasks',
      'GET /api/v1/tasks?status=trash',
      'GET /api/v1/account/tokens',
      'GET /api/v1/account/connected-apps',
      'GET /api/v1/assistant/conversations',
      'GET /api/v1/reminders',
    ];
    return Promise.all(lists.map(async (list) => (await ada.send(list)).body));
  };

  it.each(ofOne)('id is 404 for $name, and nothing changes', async ({ route }) => {
    const id = await possession(route);
    const before = await hers();
    const answer = await clientOf(app.server, bob)(legalRequest(route, { id }));
    expect(answer.status).toBe(404);
    expect(await hers()).toEqual(before);
  });

  it('id in a body is 404, and nothing changes', async () => {
    const { id } = task.parse((await ada.send('POST /api/v1/tasks', { title: 'hers' })).json());
    const own = task.parse((await bob.send('POST /api/v1/tasks', { title: 'his' })).json());
    const before = await hers();
    const patches = [
      { id: own.id, version: own.version, title: 'half of it' },
      { id, version: 1, title: 'taken' },
    ];
    const bulk = await bob.send('POST /api/v1/tasks/bulk', { patches });
    const move = { after: id, version: own.version };
    const moved = await bob.send(`POST /api/v1/tasks/${own.id}/move`, move);
    expect([bulk.statusCode, moved.statusCode]).toEqual([404, 404]);
    const created = await bob.send('POST /api/v1/tasks', { id, title: 'hers again' });
    expect([400, 404, 409]).toContain(created.statusCode);
    expect(await hers()).toEqual(before);
    expect((await bob.send(`GET /api/v1/tasks/${own.id}`)).json()).toEqual(own);
  });
});
