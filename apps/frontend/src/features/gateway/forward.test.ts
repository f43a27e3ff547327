import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBackend } from '../../../assembly/running-server';
import { forward } from './forward';
import { peerHeader } from './peer';

const backends: Awaited<ReturnType<typeof fakeBackend>>[] = [];

async function backend(listener: RequestListener): Promise<string> {
  const started = await fakeBackend(listener);
  backends.push(started);
  return started.url;
}

afterEach(() => {
  for (const one of backends.splice(0)) one.close();
});

const ask = (path: string, init?: RequestInit) => new Request(`http://todo.local${path}`, init);
const via = (backendUrl: string, timeoutMs?: number) => ({
  backendUrl,
  trustedProxies: [],
  ...(timeoutMs && { timeoutMs }),
});

const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return (await answer.json()) as { status: number; code: string; detail: string };
};

describe('a request', () => {
  it('arrives with its method, path, query and body', async () => {
    const url = await backend((req, res) => {
      let body = '';
      req.on('data', (chunk) => (body += chunk));
      req.on('end', () => res.end(JSON.stringify([req.method, req.url, body])));
    });
    const request = ask('/api/v1/tasks/a%2Fb?q=%20x', { method: 'PATCH', body: '{"a":1}' });
    const answer = await forward(request, via(url));
    expect(await answer.json()).toEqual(['PATCH', '/api/v1/tasks/a%2Fb?q=%20x', '{"a":1}']);
  });

  it('is ended at the backend when the browser goes away', async () => {
    const gone = Promise.withResolvers<undefined>();
    const arrived = Promise.withResolvers<undefined>();
    const url = await backend((_req, res) => {
      arrived.resolve(undefined);
      res.on('close', () => gone.resolve(undefined));
    });
    const browser = new AbortController();
    const answer = forward(ask('/api/x', { signal: browser.signal }), via(url));
    await arrived.promise;
    browser.abort();
    await gone.promise;
    await answer;
  });
});

describe('a body', () => {
  const piece = new Uint8Array(64 * 1024);
  /** A request whose body goes on as the source says. */
  const bringing = (source: UnderlyingDefaultSource<Uint8Array>) =>
    ask('/mcp', { method: 'POST', body: new ReadableStream(source), ...{ duplex: 'half' } });

  it('that does not arrive in time gets 408', async () => {
    const url = await backend((req) => req.resume());
    const endless = bringing({ start: (controller) => controller.enqueue(piece) });
    const answer = await forward(endless, via(url, 50));
    expect(await problemOf(answer)).toMatchObject({ status: 408, code: 'invalid_request' });
  });

  it('that has arrived does not make a hanging backend the client’s fault', async () => {
    const url = await backend((req) => req.resume());
    const answer = await forward(ask('/mcp', { method: 'POST', body: '{}' }), via(url, 200));
    expect(answer.status).toBe(504);
  });

  it('that the backend refuses while it still comes gets the backend’s answer', async () => {
    const url = await backend((req, res) => {
      req.once('data', () => res.writeHead(413).end('too large'));
    });
    const endless = bringing({ pull: (controller) => controller.enqueue(piece) });
    const answer = await forward(endless, via(url));
    expect([answer.status, await answer.text()]).toEqual([413, 'too large']);
  });

  it('that breaks off is given up at the backend too', async () => {
    const begun = Promise.withResolvers<undefined>();
    const gone = Promise.withResolvers<undefined>();
    const url = await backend((req) => {
      req.on('error', () => undefined).once('data', () => begun.resolve(undefined));
      req.once('close', () => gone.resolve(undefined));
    });
    const broken = bringing({
      start: (controller) => controller.enqueue(piece),
      pull: async (controller) => {
        await begun.promise;
        controller.error(new Error('the client went away'));
      },
    });
    expect((await forward(broken, via(url))).status).toBe(502);
    await gone.promise;
  });
});

describe('an answer', () => {
  it('keeps its status, every cookie, and redirects unfollowed', async () => {
    const url = await backend((_req, res) => {
      res.writeHead(302, { location: '/login', 'set-cookie': ['a=1; Path=/', 'b=2'] }).end();
    });
    const answer = await forward(ask('/api/x'), via(url));
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/login');
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
  });

  it('may be empty', async () => {
    const url = await backend((_req, res) => res.writeHead(204).end());
    const answer = await forward(ask('/api/x', { method: 'DELETE' }), via(url));
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('comes piece by piece', async () => {
    const next = Promise.withResolvers<undefined>();
    const url = await backend((_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write('one');
      void next.promise.then(() => res.end('two'));
    });
    const answer = await forward(ask('/api/x'), via(url, 60_000));
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('one');
    next.resolve(undefined);
    expect((await reader.read()).value).toBe('two');
    expect(answer.headers.get('cache-control')).toBe('no-cache, no-transform');
  });

  it('that streams events ends in order when this process is told to end', async () => {
    const left = Promise.withResolvers<undefined>();
    const url = await backend((_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write('one');
      res.on('close', () => left.resolve(undefined));
    });
    const ending = new AbortController();
    const answer = await forward(ask('/api/x'), { ...via(url), ending: ending.signal });
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('one');
    ending.abort();
    expect((await reader.read()).done).toBe(true);
    await left.promise;
  });

  it('that streams events is ended at the backend when the browser leaves', async () => {
    const left = Promise.withResolvers<undefined>();
    const url = await backend((_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write('one');
      res.on('close', () => left.resolve(undefined));
    });
    const answer = await forward(ask('/api/x'), via(url));
    await answer.body!.cancel();
    await left.promise;
  });

  it('is not cut by the timeout once it has begun', async () => {
    const end = Promise.withResolvers<undefined>();
    const url = await backend((_req, res) => {
      res.writeHead(200).write('begun ');
      void end.promise.then(() => res.end('ended'));
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = await forward(ask('/api/x'), via(url, 60_000));
    vi.advanceTimersByTime(120_000);
    vi.useRealTimers();
    end.resolve(undefined);
    expect(await answer.text()).toBe('begun ended');
  });
});

describe('a backend that', () => {
  const refusal = () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    return new TypeError('fetch failed', { cause });
  };

  it('refuses for a moment, while another takes over, is asked again', async () => {
    const url = await backend((_req, res) => res.end('there'));
    using sent = vi.spyOn(globalThis, 'fetch');
    sent.mockRejectedValueOnce(refusal()).mockRejectedValueOnce(refusal());
    const answer = await forward(ask('/api/x'), via(url));
    expect(await answer.text()).toBe('there');
    expect(sent).toHaveBeenCalledTimes(3);
  });

  it('refuses a request with a body is not asked again', async () => {
    const url = await backend((_req, res) => res.end('there'));
    using sent = vi.spyOn(globalThis, 'fetch');
    sent.mockRejectedValueOnce(refusal());
    const answer = await forward(ask('/api/x', { method: 'POST', body: '{}' }), via(url));
    expect(answer.status).toBe(503);
  });

  it('is down gives 503 and says so plainly', async () => {
    const url = await backend(() => undefined);
    backends.pop()?.close();
    const answer = await forward(ask('/api/x'), via(url));
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await problemOf(answer)).toMatchObject({
      status: 503,
      code: 'unavailable',
      detail: 'The server cannot be reached. Try again in a moment.',
    });
  });

  it('is another, on a connection that is kept, is left for the own one', async () => {
    const connections = new Set<unknown>();
    const url = await backend(({ socket }, res) => {
      connections.add(socket);
      if (connections.size > 1) return res.end('mine');
      res.removeHeader('x-request-id');
      return res.writeHead(404).end('who?');
    });
    expect(await (await forward(ask('/api/x'), via(url))).text()).toBe('mine');
  });

  it('is another gives 503, also for what cannot be sent again', async () => {
    const url = await backend((_req, res) => {
      res.removeHeader('x-request-id');
      res.writeHead(404).end('who?');
    });
    const read = await forward(ask('/api/x'), via(url));
    const write = await forward(ask('/api/x', { method: 'POST', body: '{}' }), via(url));
    expect([await problemOf(read), await problemOf(write)]).toEqual([
      expect.objectContaining({ status: 503, code: 'unavailable' }),
      expect.objectContaining({ status: 503, code: 'unavailable' }),
    ]);
  });

  it('hangs gives 504', async () => {
    const url = await backend(() => undefined);
    expect(await problemOf(await forward(ask('/api/x'), via(url, 50)))).toMatchObject({
      status: 504,
    });
  });

  it('drops the connection once is asked again for a read, never for a write', async () => {
    let asked = 0;
    const url = await backend((req, res) => {
      asked += 1;
      if (asked % 2) req.socket.destroy();
      else res.end('here');
    });
    expect(await (await forward(ask('/api/x'), via(url))).text()).toBe('here');
    const write = await forward(ask('/api/x', { method: 'POST', body: 'x' }), via(url));
    expect([write.status, asked]).toEqual([502, 3]);
  });
});

describe('the headers', () => {
  const seen = async (headers: HeadersInit, trustedProxies: string[] = []) => {
    const url = await backend((req, res) => res.end(JSON.stringify(req.headers)));
    const answer = await forward(ask('/api/x', { headers }), { backendUrl: url, trustedProxies });
    return (await answer.json()) as Record<string, string>;
  };

  it('lose what belongs to one hop', async () => {
    const got = await seen({
      connection: 'close, x-hop',
      'x-hop': '1',
      te: 'trailers',
      'x-end': '2',
    });
    expect(got).not.toHaveProperty('x-hop');
    expect(got).not.toHaveProperty('te');
    expect(got).toMatchObject({ 'x-end': '2' });
  });

  const claims = { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-proto': 'https', host: 'todo.local' };

  it('name the peer, and no address that the client made up', async () => {
    const got = await seen({ ...claims, [peerHeader]: '::ffff:203.0.113.9' });
    expect(got).toMatchObject({
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'todo.local',
      'x-forwarded-proto': 'http',
    });
    expect(got).not.toHaveProperty(peerHeader);
  });

  it('keep the chain that a trusted proxy reports', async () => {
    const got = await seen({ ...claims, [peerHeader]: '10.1.2.3' }, ['10.0.0.0/8']);
    expect(got).toMatchObject({
      'x-forwarded-for': '6.6.6.6, 10.1.2.3',
      'x-forwarded-proto': 'https',
    });
  });
});
