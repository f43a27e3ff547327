import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createdToken, tokenScopes } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser } from '../testing/browser.ts';
import { createTestDatabase } from '../testing/database.ts';
import { listen } from '../testing/event-stream.ts';
import { startTokenProxy } from '../testing/token-proxy.ts';
import type { TokenProxy } from '../testing/token-proxy.ts';
import { tools } from './tools/index.ts';

const { resolve } = createRequire(import.meta.url);
const fileOf = (name: string, path: string) => join(dirname(resolve(`${name}/package.json`)), path);

let app: TestApp;
let proxy: TokenProxy;
let url: string;
let secret: string;
let folder: string;

beforeAll(async () => {
  proxy = await startTokenProxy();
  // The suite comes from the proxy's origin, as a page of this site would.
  app = createTestApp(await createTestDatabase(inject('postgres')), proxy.origin);
  url = await listen(app.server);
  const ada = new Browser(app.server, proxy.origin);
  await ada.signUp('Ada');
  const body = { name: 'Suite', scopes: [...tokenScopes] };
  const made = await ada.send('POST /api/v1/account/tokens', body);
  secret = createdToken.parse(made.json()).secret;
  proxy.leadTo({ url, secret });
  folder = await mkdtemp(join(tmpdir(), 'mcp-suites-'));
});
afterAll(async () => {
  proxy.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a program with a home of its own, where it may keep what it likes. */
const run = (program: string, args: string[]) =>
  new Promise<{ code: number; output: string; told: string }>((done) => {
    const env = { PATH: process.env['PATH'], HOME: folder, NO_COLOR: '1' };
    const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [program, ...args], options, (error, output, errors) =>
      done({ code: Number(error?.code ?? 0), output, told: `${output}\n${errors}` }),
    );
  });

it('the public conformance suite finds nothing but what the baseline explains', async () => {
  const program = fileOf('@modelcontextprotocol/conformance', 'dist/index.js');
  const baseline = join(import.meta.dirname, 'conformance-baseline.yml');
  const { code, told } = await run(program, [
    ...['server', '--url', `${proxy.origin}/mcp`, '--expected-failures', baseline],
  ]);
  expect(code, told).toBe(0);
  for (const scenario of ['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection']) {
    expect(told).toContain(`✓ ${scenario}: `);
  }
});

describe.each([
  ['2025-11-25', 'legacy'],
  ['2026-07-28', 'modern'],
])('the command line of the public inspector, speaking %s,', (_revision, era) => {
  const inspect = (method: string, ...more: string[]) =>
    run(fileOf('@modelcontextprotocol/inspector', 'clients/launcher/build/index.js'), [
      ...['--cli', `${url}/mcp`, '--transport', 'http', '--protocol-era', era],
      ...['--header', `Authorization: Bearer ${secret}`, '--method', method, ...more],
    ]);

  it('is told every tool, and finds no schema that some client could not read', async () => {
    const { code, output, told } = await inspect('tools/list', '--strict');
    expect(code, told).toBe(0);
    const listed = JSON.parse(output) as { tools: { name: string }[] };
    expect(listed.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  });

  it('calls a tool, and hears its answer', async () => {
    const title = `From the inspector, ${era}`;
    const add = ['--tool-name', 'add_task', '--tool-arg', `title=${title}`];
    const { code, output, told } = await inspect('tools/call', ...add);
    expect(code, told).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ structuredContent: { title, completed: false } });
  });
});
