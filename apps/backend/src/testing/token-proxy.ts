import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a proxy leads to: the address of a server, and the token it is given with each request. */
export interface ProxyTarget {
  url: string;
  secret: string;
}

/** A server that stands before another one. */
export interface TokenProxy {
  origin: string;
  /** From now on requests are passed on. */
  leadTo(target: ProxyTarget): void;
  close(): void;
}

/** Passes everything on as it is, with the token that a suite cannot send itself. */
export async function startTokenProxy(): Promise<TokenProxy> {
  let target: ProxyTarget | undefined;
  const server = createServer((given, answer) => {
    const { url = '', secret = '' } = target ?? {};
    const headers = { ...given.headers, authorization: `Bearer ${secret}` };
    const passed = ask(`${url}${given.url}`, { method: given.method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.once('close', () => passed.destroy());
    given.pipe(passed);
  });
  await once(server.listen(0, 'localhost'), 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    leadTo: (one) => (target = one),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
