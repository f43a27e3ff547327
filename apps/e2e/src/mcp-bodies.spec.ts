import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from './test.ts';

const mebibyte = 1024 * 1024;
const headers = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
  // Wrong, but a bearer token: the body is what these tests are about.
  authorization: `Bearer todo_${'x'.repeat(43)}`,
};

test('a body that is too large is refused through the address of the pages', async ({
  baseURL,
}) => {
  const sent = { method: 'POST', headers, body: new Uint8Array(5 * mebibyte) };
  expect((await fetch(`${baseURL}/mcp`, sent)).status).toBe(413);
});

test('a body that breaks off harms nobody', async ({ baseURL, request }) => {
  const { hostname, port } = new URL(String(baseURL));
  for (const path of ['/mcp', '/api/v1/tasks']) {
    const socket = connect({ host: hostname, port: Number(port) });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const head = [`POST ${path} HTTP/1.1`, `host: ${hostname}`, ...lines, 'content-length: 1000'];
    socket.end(`${head.join('\r\n')}\r\n\r\n{"jsonrpc":`);
    let told = '';
    socket.setEncoding('utf8').on('data', (part: string) => (told += part));
    await once(socket, 'close');
    expect(told).not.toMatch(/^HTTP\/1\.1 2/);
  }
  expect((await request.get('/')).status()).toBe(200);
  expect((await request.post('/mcp', { headers, data: {} })).status()).toBe(401);
});
