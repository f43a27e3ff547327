import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Agent, request } from './http.ts';

/** One HTTP request to a server at a socket. */
export interface Exchange {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its query. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answer {
  status: number;
  body: string;
}

/** A socket by its path, a port of this machine, or an agent that makes connections in its own way. */
export type Way = string | number | Agent;

const toSockets = new Agent({ keepAlive: true });

/** Sends a request and reads its whole answer. */
export async function exchange(way: Way, asked: Exchange): Promise<Answer> {
  const response = await send(way, asked);
  return { status: response.statusCode ?? 0, body: await text(response) };
}

/** Sends a request and returns its answer while it is still coming. */
export function send(way: Way, asked: Exchange): Promise<IncomingMessage> {
  const { method, path, body, headers, signal } = asked;
  const content = body === undefined ? undefined : JSON.stringify(body);
  const about = content === undefined ? {} : describe(content);
  return new Promise((resolve, reject) => {
    const sent = request({
      ...placeOf(way),
      ...{ method, path, signal },
      // A proxy to a cluster answers nobody who names another host.
      headers: { Host: 'localhost', Accept: 'application/json', ...about, ...headers },
    });
    sent.once('response', resolve);
    sent.once('error', reject);
    sent.end(content);
  });
}

function placeOf(way: Way) {
  if (typeof way === 'string') return { socketPath: way, agent: toSockets };
  return typeof way === 'number' ? { host: '127.0.0.1', port: way } : { agent: way };
}

/** Its length as well, else node sends no length with a DELETE, and the server reads nothing. */
function describe(content: string): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(content)),
  };
}

/** The lines of an answer as they come; the last one may be cut off and is left out. */
export async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  let rest = '';
  response.setEncoding('utf8');
  for await (const chunk of response) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
}
