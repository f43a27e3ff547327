import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Finds connections that never asked anything; the answered function ends them. Node waits for
 * them as for a request under way, and browsers and proxies open some in advance.
 */
export function endUnusedConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) socket.destroy();
  };
}
