import { STATUS_CODES } from 'node:http';
import type { ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { problemMediaType } from '@todo-chatbot/shared';
import type { Problem } from '@todo-chatbot/shared';

/**
 * Milliseconds in which a request has to arrive, its body included. A slow phone sends the largest
 * import in that time; who sends a byte now and then holds a connection no longer.
 */
export const longestArrivalMs = 60_000;

/** Bounds the arrival of requests; by itself Fastify waits for ever. */
export const boundArrival = (arrivalMs: number) =>
  ({
    requestTimeout: arrivalMs,
    headersTimeout: arrivalMs,
    connectionsCheckingInterval: Math.min(arrivalMs, 5_000),
  }) satisfies ServerOptions;

/** How long a refused client may take to read why, in milliseconds. */
const lingerMs = 1_000;

const refusals: Partial<Record<string, { status: number; detail: string }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request did not arrive in time.' },
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The headers are larger than is taken.' },
};

const unreadable = { status: 400, detail: 'The request cannot be read.' };

/** Answers a request that never became one, and ends its connection. */
export function refuseUnread(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, detail } = refusals[error.code ?? ''] ?? unreadable;
  const title = STATUS_CODES[status] ?? '';
  const code = 'invalid_request';
  const body: Problem = { type: `urn:todo-chatbot:problem:${code}`, title, status, detail, code };
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    `content-type: ${problemMediaType}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
    // What has no id is taken for somebody else's answer; no log knows this one.
    'x-request-id: unread',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  // Bytes that nobody reads would take the answer back on its way.
  socket.resume();
  setTimeout(() => socket.destroy(), lingerMs).unref();
}
