import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, onServer } from './testing/database.ts';
import { freePort, startEntry, until, untilStatus } from './testing/process.ts';
import type { BackendProcess } from './testing/process.ts';

const origin = 'http://localhost:3000';
const json = { origin, 'content-type': 'application/json' };
const running = new Set<BackendProcess>();
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'todo-main-'));
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM');
    await ended;
  }
  running.clear();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function start(env: Record<string, string>) {
  const port = await freePort();
  const backend = startEntry('main.ts', { PORT: String(port), DATA_DIR: dataDir, ...env });
  running.add(backend);
  return { port, url: `http://127.0.0.1:${port}`, ...backend };
}

async function signUp(url: string): Promise<string> {
  const body = JSON.stringify({ name: 'Ada', email: 'ada@example.org', password: 'long enough' });
  const post = (path: string) =>
    fetch(`${url}/api/auth/${path}`, { method: 'POST', headers: json, body });
  expect((await post('sign-up/email')).status).toBe(200);
  const answer = await post('sign-in/email');
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const createTask = (url: string, cookie: string) =>
  fetch(`${url}/api/v1/tasks`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ title: 'survive' }),
  });

describe('SIGTERM', () => {
  it('lets a request under way finish, then ends the process', async () => {
    const databaseUrl = await createTestDatabase(inject('postgres'));
    const { url, port, child, ended } = await start({ DATABASE_URL: databaseUrl });
    await untilStatus(port, '/ready', 200);
    const cookie = await signUp(url);

    const blocker = new Client({ connectionString: databaseUrl });
    await blocker.connect();
    await blocker.query('begin; lock table tasks in access exclusive mode');
    const pending = createTask(url, cookie);
    const waiting = `select 1 from pg_stat_activity where datname = current_database()
                     and wait_event_type = 'Lock'`;
    await until('the request waits', async () => (await onServer(databaseUrl, waiting)).length > 0);

    child.kill('SIGTERM');
    await until('nobody is let in any more', () =>
      fetch(`${url}/health`).then(
        () => false,
        () => true,
      ),
    );
    expect(child.exitCode).toBeNull();
    await blocker.query('commit');
    await blocker.end();
    expect((await pending).status).toBe(201);
    expect(await ended).toBe(0);
  });

  it('lets a call of an MCP tool under way finish, on its own port too', async () => {
    const databaseUrl = await createTestDatabase(inject('postgres'));
    const mcpPort = await freePort();
    const env = { DATABASE_URL: databaseUrl, MCP_SERVER_PORT: String(mcpPort) };
    const { url, port, child, ended } = await start(env);
    await untilStatus(port, '/ready', 200);
    const cookie = await signUp(url);
    const made = await fetch(`${url}/api/v1/account/tokens`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify({ name: 'Client', scopes: ['tasks:write'] }),
    });
    const { secret } = (await made.json()) as { secret: string };

    const blocker = new Client({ connectionString: databaseUrl });
    await blocker.connect();
    await blocker.query('begin; lock table tasks in access exclusive mode');
    const params = { name: 'add_task', arguments: { title: 'survive' } };
    const pending = fetch(`http://127.0.0.1:${mcpPort}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        authorization: `Bearer ${secret}`,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
    });
    const waiting = `select 1 from pg_stat_activity where datname = current_database()
                     and wait_event_type = 'Lock'`;
    await until('the call waits', async () => (await onServer(databaseUrl, waiting)).length > 0);

    child.kill('SIGTERM');
    for (const one of [port, mcpPort]) {
      await until(`nobody is let in at ${one} any more`, () =>
        fetch(`http://127.0.0.1:${one}/health`).then(
          () => false,
          () => true,
        ),
      );
    }
    expect(child.exitCode).toBeNull();
    await blocker.query('commit');
    await blocker.end();
    const answer = await pending;
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('survive');
    expect(await ended).toBe(0);
  });

  it('is followed by a time of answering, unready, so that routes can turn away', async () => {
    const databaseUrl = await createTestDatabase(inject('postgres'));
    const env = { DATABASE_URL: databaseUrl, DRAIN_SECONDS: '1' };
    const { url, port, child, ended } = await start(env);
    await untilStatus(port, '/ready', 200);
    child.kill('SIGTERM');
    await untilStatus(port, '/ready', 503);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await ended).toBe(0);
  });
});

describe('the process', () => {
  it('brings its own database, and keeps what people saved through a kill -9', async () => {
    const first = await start({});
    await untilStatus(first.port, '/ready', 200);
    const cookie = await signUp(first.url);
    expect((await createTask(first.url, cookie)).status).toBe(201);
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');

    const second = await start({});
    await untilStatus(second.port, '/ready', 200);
    const list = await fetch(`${second.url}/api/v1/tasks`, { headers: { cookie } });
    expect(await list.json()).toMatchObject({ items: [{ title: 'survive' }] });
  });

  it('stays up while its database is away, and is ready when that comes', async () => {
    const target = new URL(await createTestDatabase(inject('postgres'), 'empty'));
    const port = await freePort();
    const databaseUrl = Object.assign(new URL(target), { port: String(port) }).href;
    const backend = await start({ DATABASE_URL: databaseUrl });
    await untilStatus(backend.port, '/health', 200);
    await untilStatus(backend.port, '/ready', 503);

    const open = (): Promise<Server> =>
      new Promise((listening) => {
        const proxy = createServer((client) => {
          const server = connect(Number(target.port), target.hostname);
          client.on('error', () => server.destroy());
          server.on('error', () => client.destroy());
          client.pipe(server).pipe(client);
        }).listen(port, '127.0.0.1', () => listening(proxy));
      });
    const proxy = await open();
    await untilStatus(backend.port, '/ready', 200);
    expect(backend.output()).not.toContain(target.password);
    backend.child.kill('SIGTERM');
    await backend.ended;
    proxy.close();
  });

  it('names every fault of its environment and ends', async () => {
    const { ended, output } = await start({ ENVIRONMENT: 'production', FRONTEND_URL: 'nowhere' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/FRONTEND_URL: .*\n.*DATABASE_URL: .*\n.*BETTER_AUTH_SECRET: /);
    expect(output()).not.toContain('nowhere');
  });

  it('says so when its port is taken, and stops the database it started', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '0.0.0.0', listening));
    const { port } = taken.address() as { port: number };
    const { ended, output } = await start({ PORT: String(port) });
    expect(await ended).toBe(1);
    expect(output()).toContain(`0.0.0.0:${port} (EADDRINUSE)`);
    expect(output()).toContain('set PORT to another one');
    taken.close();
  });

  it('names MCP_SERVER_PORT when that one is taken', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '0.0.0.0', listening));
    const { port } = taken.address() as { port: number };
    const { ended, output } = await start({
      DATABASE_URL: await createTestDatabase(inject('postgres')),
      MCP_SERVER_PORT: String(port),
    });
    expect(await ended).toBe(1);
    expect(output()).toContain(`0.0.0.0:${port} (EADDRINUSE)`);
    expect(output()).toContain('set MCP_SERVER_PORT to another one');
    taken.close();
  });

  it('serves MCP clients, and nobody else, on a port of their own until it ends', async () => {
    const mcpPort = await freePort();
    const { port, child, ended } = await start({
      DATABASE_URL: await createTestDatabase(inject('postgres')),
      MCP_SERVER_PORT: String(mcpPort),
    });
    await untilStatus(port, '/ready', 200);
    const statusOf = async (path: string, method = 'GET') =>
      (await fetch(`http://127.0.0.1:${mcpPort}${path}`, { method })).status;
    expect(await statusOf('/mcp', 'POST')).toBe(401);
    expect(await statusOf('/.well-known/oauth-protected-resource/mcp')).toBe(200);
    expect(await statusOf('/health')).toBe(200);
    for (const path of ['/', '/ready', '/api/v1/tasks', '/mcp/../api/v1/tasks', '/mcpx']) {
      expect(await statusOf(path), path).toBe(404);
    }
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('the health check', () => {
  it('succeeds while the process is alive and fails when it is not', async () => {
    const { port, child, ended } = await start({
      DATABASE_URL: await createTestDatabase(inject('postgres')),
    });
    await untilStatus(port, '/health', 200);
    const check = () => startEntry('healthcheck.ts', { PORT: String(port) }).ended;
    expect(await check()).toBe(0);
    child.kill('SIGTERM');
    await ended;
    expect(await check()).toBe(1);
  });
});
