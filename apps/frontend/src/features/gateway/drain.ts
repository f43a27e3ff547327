import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';

interface Exchange {
  server: Server;
  response: ServerResponse;
}

/**
 * Next stops listening on SIGTERM and waits for the requests under way, but a connection that is
 * kept alive could bring new ones for ever. From SIGTERM on, every answer ends its connection.
 */
export function endConnectionsOnTerm(): void {
  let draining = false;
  process.once('SIGTERM', () => {
    draining = true;
  });
  subscribe('http.server.request.start', (message) => {
    if (draining) (message as Exchange).response.shouldKeepAlive = false;
  });
  subscribe('http.server.response.finish', (message) => {
    if (draining) setImmediate(() => (message as Exchange).server.closeIdleConnections());
  });
}
