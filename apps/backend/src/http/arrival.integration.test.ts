import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createdToken, problem, tokenScopes } from '@todo-chatbot/shared';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestApp } from '../testing/app.ts';
import type { TestApp } from '../testing/app.ts';
import { Browser } from '../testing/browser.ts';
import { createTestDatabase } from '../testing/database.ts';
import { listen } from '../testing/event-stream.ts';
import { createMcpListener } from './mcp-listener.ts';

const arrivalMs = 500;
const megabyte = 'x'.repeat(1024 * 1024);

let app: TestApp;
let mcp: Server;
let secret: string;
const ports: Record<'api' | 'mcp', number> = { api: 0, mcp: 0 };

beforeAll(async () => {
  const url = await createTestDatabase(inject('postgres'));
  app = createTestApp(url, undefined, { arrivalMs });
  mcp = createMcpListener(app.server);
  ports.api = Number(new URL(await listen(app.server)).port);
  await once(mcp.listen(0, '127.0.0.1'), 'listening');
  ports.mcp = (mcp.address() as AddressInfo).port;
  const ada = new Browser(app.server);
  await ada.signUp('Ada');
  const body = { name: 'Slow', scopes: [...tokenScopes] };
  const made = await ada.send('POST /api/v1/account/tokens', body);
  secret = createdToken.parse(made.json()).secret;
});
afterAll(() => app.close());

/** A client at one of the doors that has said what it is going to send. */
function begin(port: number, path: string, ...headers: string[]): Socket {
  const socket = connect({ host: '127.0.0.1', port });
  // The server may end the connection while there is still something to be sent.
  socket.on('error', () => undefined);
  const head = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${secret}`,
    'content-type: application/json',
    'accept: application/json, text/event-stream',
    ...headers,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return socket;
}

/** All that the server says until it ends the connection. */
async function told(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  await once(socket, 'close');
  return text;
}

const isAlive = async (port: number) =>
  (await fetch(`http://127.0.0.1:${port}/health`)).status === 200;

describe.each([
  ['the API', 'api', '/api/v1/tasks'],
  ['/mcp on the port of the API', 'api', '/mcp'],
  ['/mcp on its own port', 'mcp', '/mcp'],
] as const)('%s', (_door, name, path) => {
  it('gives up on a body that never ends, however busily it goes on, with 408', async () => {
    const socket = begin(ports[name], path, 'content-length: 100000');
    const dripping = setInterval(() => socket.write(' '), arrivalMs / 10);
    const answer = await told(socket);
    clearInterval(dripping);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    const [, body = ''] = answer.split('\r\n\r\n');
    expect(problem.parse(JSON.parse(body)).detail).toBe('The request did not arrive in time.');
    expect(await isAlive(ports[name])).toBe(true);
  });

  it('gives up on headers that never end with 408', async () => {
    const socket = connect({ host: '127.0.0.1', port: ports[name] });
    socket.write(`POST ${path} HTTP/1.1\r\nhost: here\r\nx-slow: `);
    expect(await told(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('refuses headers that are too long with 431', async () => {
    const socket = begin(ports[name], path, `x-long: ${'x'.repeat(20_000)}`);
    // By the id the gateway sees that no stranger has answered.
    expect(await told(socket)).toMatch(/^HTTP\/1\.1 431 [^]*\r\nx-request-id: /);
    expect(await isAlive(ports[name])).toBe(true);
  });

  it('refuses what is no HTTP with 400', async () => {
    const socket = connect({ host: '127.0.0.1', port: ports[name] });
    socket.write('\u0016\u0003\u0001 hello\r\n\r\n');
    expect(await told(socket)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('does nothing for a body that breaks off', async () => {
    const socket = begin(ports[name], path, 'content-length: 1000');
    socket.end('{"title":"half');
    expect(await told(socket)).not.toMatch(/^HTTP\/1\.1 [25]/);
    expect(await isAlive(ports[name])).toBe(true);
  });

  it('refuses a body that is announced as too large with 413, before it comes', async () => {
    const socket = begin(ports[name], path, `content-length: ${5 * megabyte.length}`);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('refuses a body that grows too large without saying how large with 413', async () => {
    const socket = begin(ports[name], path, 'transfer-encoding: chunked');
    const chunk = `${megabyte.length.toString(16)}\r\n${megabyte}\r\n`;
    const sending = setInterval(() => socket.write(chunk), 1);
    const [first] = (await once(socket, 'data')) as [Buffer];
    clearInterval(sending);
    expect(first.toString()).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
    expect(await isAlive(ports[name])).toBe(true);
  });
});
