import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

export interface Address {
  host: string;
  port: number;
}

/** Connections from before there was a server, and the port that they came to. */
export interface EarlyListener {
  /** Gives a server the port and what has come there; from now on all is its own. */
  handOver(server: HttpServer): Promise<void>;
  /** Lets the port go, and whoever waits. */
  close(): void;
}

/**
 * Listens while the program is still being loaded: who asks early waits for the answer instead of
 * being turned away, and a probe that comes once a second is answered in the moment that the
 * program is ready. Undefined when the port cannot be had; whoever listens next hears why.
 */
export async function listenEarly({ host, port }: Address): Promise<EarlyListener | undefined> {
  const waiting: Socket[] = [];
  const listener: Server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    waiting.push(socket);
  });
  try {
    await once(listener.listen(port, host), 'listening');
  } catch {
    return undefined;
  }
  return {
    async handOver(server) {
      // Both have one handle then, whose connections go to the newer one.
      await once(server.listen(listener), 'listening');
      for (const socket of waiting.splice(0)) {
        server.emit('connection', socket);
        socket.resume();
      }
    },
    close() {
      for (const socket of waiting) socket.destroy();
      listener.close();
    },
  };
}
