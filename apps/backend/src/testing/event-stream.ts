import type { AddressInfo } from 'node:net';
import { liveEvent } from '@todo-chatbot/shared';
import type { LiveEvent } from '@todo-chatbot/shared';
import type { FastifyInstance } from 'fastify';
import type { Browser } from './browser.ts';

/** An open event stream, read to its end. */
export interface EventStream {
  response: Response;
  /** All text that arrived so far. */
  text(): string;
  events(): LiveEvent[];
  /** When the server ended it, whether orderly or not. */
  ended: Promise<void>;
  close(): void;
}

/** Lets a server listen on a port of its own, and answers its address. */
export async function listen(server: FastifyInstance): Promise<string> {
  await server.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

/** Opens the event stream of a signed-in browser at a server that listens. */
export async function openEvents(
  url: string,
  { cookies }: Browser,
  headers: Record<string, string> = {},
): Promise<EventStream> {
  const gone = new AbortController();
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${url}/api/v1/events`, {
    headers: { cookie, ...headers },
    signal: gone.signal,
  });
  let text = '';
  const read = async () => {
    const pieces = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
    for await (const piece of pieces) text += piece;
  };
  return {
    response,
    text: () => text,
    events: () =>
      [...text.matchAll(/(?<=^data: ).*/gm)].map(([data]) => liveEvent.parse(JSON.parse(data))),
    ended: read().catch(() => undefined),
    close: () => gone.abort(),
  };
}
