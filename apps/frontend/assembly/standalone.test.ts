import { readdirSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeBackend, startStandalone } from './running-server.ts';

let backend: Awaited<ReturnType<typeof fakeBackend>>;
let server: Awaited<ReturnType<typeof startStandalone>>;
let serve: RequestListener;

beforeAll(async () => {
  backend = await fakeBackend((req, res) => serve(req, res));
  server = await startStandalone({ BACKEND_URL: backend.url });
  await server.ready();
}, 30_000);

afterAll(async () => {
  await server.remove();
  backend.close();
});

const api = (init?: RequestInit) => fetch(`${server.url}/api/v1/tasks`, init);

describe('the standalone server, outside the workspace,', () => {
  it('serves the landing page and everything that it loads, without a backend', async () => {
    const html = await (await fetch(server.url)).text();
    const assets = [...html.matchAll(/(?:src|href)="(\/_next\/[^"]+)"/g)].map((found) => found[1]!);
    expect(assets.length).toBeGreaterThan(3);
    for (const asset of assets) {
      const answer = await fetch(server.url + asset);
      expect(answer.status, asset).toBe(200);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      await answer.text();
    }
    expect((await fetch(`${server.url}/robots.txt`)).status).toBe(200);
  });

  it('hands every cookie of the backend on', async () => {
    serve = (_req, res) => res.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end();
    expect((await api()).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('tells the backend who asked, and not what the client claims', async () => {
    serve = (req, res) => res.end(JSON.stringify(req.headers));
    const headers = { 'x-forwarded-for': '6.6.6.6', 'x-real-ip': '6.6.6.6' };
    const seen = (await (await api({ headers })).json()) as Record<string, string>;
    expect(seen['x-forwarded-for']).toBe('127.0.0.1');
    expect(seen['x-forwarded-host']).toBe(new URL(server.url).host);
    expect(JSON.stringify(seen)).not.toContain('6.6.6.6');
  });

  it('leaves a connection that leads to somebody else', async () => {
    const strangers = new Set<unknown>();
    serve = ({ socket }, res) => {
      if (strangers.size > 0 && !strangers.has(socket)) return res.end('mine');
      strangers.add(socket);
      res.removeHeader('x-request-id');
      return res.writeHead(404).end();
    };
    expect(await (await api()).text()).toBe('mine');
  });

  it('passes events on one by one', async () => {
    const seen = Promise.withResolvers<undefined>();
    serve = (_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: one\n\n');
      void seen.promise.then(() => res.end('data: two\n\n'));
    };
    const answer = await api({ headers: { 'accept-encoding': 'gzip' } });
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('data: one\n\n');
    seen.resolve(undefined);
    expect((await reader.read()).value).toBe('data: two\n\n');
  });

  it('ends the request at the backend when the browser goes away', async () => {
    const gone = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<undefined>();
    serve = (_req, res) => {
      arrived.resolve(undefined);
      res.on('close', () => gone.resolve(undefined));
    };
    const browser = new AbortController();
    const asked = api({ signal: browser.signal });
    await arrived.promise;
    browser.abort();
    await expect(asked).rejects.toThrow(/abort/);
    await gone.promise;
  });

  it('passes a large body on without holding it back', async () => {
    const body = 'x'.repeat(12 * 1024 * 1024);
    serve = (req, res) => {
      let bytes = 0;
      req.on('data', (chunk: Buffer) => (bytes += chunk.length));
      req.on('end', () => res.end(String(bytes)));
    };
    expect(await (await api({ method: 'POST', body })).text()).toBe(String(body.length));
  });

  // Last: it ends the server.
  it('finishes what is under way when it is told to stop, and then ends', async () => {
    const arrived = Promise.withResolvers<undefined>();
    const proceed = Promise.withResolvers<undefined>();
    serve = (_req, res) => {
      res.writeHead(200).write('begun, ');
      arrived.resolve(undefined);
      void proceed.promise.then(() => res.end('ended'));
    };
    const answer = await api();
    await arrived.promise;
    server.terminate();
    await expect.poll(() => fetch(server.url).catch(() => 'refused')).toBe('refused');
    proceed.resolve(undefined);
    expect(await answer.text()).toBe('begun, ended');
    expect(await server.ended).toEqual([143, null]);
  });
});

it('what runs has nothing of what the build traced for itself', () => {
  const dist = join(import.meta.dirname, '../dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  expect(files).toContain('apps/frontend/server.js');
  expect(files.filter((name) => name.endsWith('.nft.json'))).toEqual([]);
});

it('a wrong environment ends the server with a message that names the variable', async () => {
  const wrong = await startStandalone({
    BACKEND_URL: 'backend:8000',
    TRUSTED_PROXIES: '10.0.0.0/8',
  });
  const [code] = await wrong.ended;
  expect(code).toBe(1);
  expect(wrong.log()).toContain('BACKEND_URL must be an http(s) address');
  await wrong.remove();
});
