import { subscribe } from 'node:diagnostics_channel';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const key = Symbol.for('todo-chatbot.peer-header');
const shared = globalThis as { [key]?: string };

/**
 * The request header that carries the address of the other end of the connection. Next shows a
 * route handler no socket, and keeps an X-Forwarded-For that a client made up. The name is
 * random, so that no client can send it; it is global, because Next bundles this module twice.
 */
export const peerHeader = (shared[key] ??= `x-peer-${randomUUID()}`);

/** Notes the peer's address on every request before Next sees it. */
export function notePeers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[peerHeader] = request.socket.remoteAddress ?? '';
  });
}
