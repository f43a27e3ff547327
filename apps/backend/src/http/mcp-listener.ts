import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { endUnusedConnections } from './unused-connections.ts';

const reachable = /^\/(?:mcp|health|\.well-known\/oauth-protected-resource(?:\/mcp)?)(?:\?|$)/;

/**
 * A second way in, for MCP clients only: what it lets through is answered by the server itself,
 * everything else is not there. It closes with the server.
 * @param server a server that is ready before the listener is told to listen
 */
export function createMcpListener(server: FastifyInstance): Server {
  const listener = createServer((request, response) => {
    if (reachable.test(request.url ?? '')) return server.routing(request, response);
    response.writeHead(404, { connection: 'close' }).end();
  });
  const endUnused = endUnusedConnections(listener);
  let closed: Promise<void> | undefined;
  const close = () =>
    (closed ??= new Promise((resolve) => {
      endUnused();
      if (listener.listening) listener.close(() => resolve());
      else resolve();
    }));
  server.addHook('preClose', close);
  return listener;
}
