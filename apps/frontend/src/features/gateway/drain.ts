import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';

interface Exchange {
  server: Server;
  response: ServerResponse;
}

const key = Symbol.for('todo-chatbot.ending');
const shared = globalThis as { [key]?: AbortController };

// Global, because Next bundles this module twice.
const ending = (shared[key] ??= new AbortController());

/** Aborted when the process is told to end. */
export const endingSignal: AbortSignal = ending.signal;

/**
 * Next stops listening on SIGTERM and waits for the requests under way, but a connection that is
 * kept alive could bring new ones for ever. From SIGTERM on, every answer ends its connection.
 */
export function endConnectionsOnTerm(): void {
  process.once('SIGTERM', () => ending.abort());
  subscribe('http.server.request.start', (message) => {
    if (endingSignal.aborted) (message as Exchange).response.shouldKeepAlive = false;
  });
  subscribe('http.server.response.finish', (message) => {
    if (endingSignal.aborted)
      setImmediate(() => (message as Exchange).server.closeIdleConnections());
  });
}
