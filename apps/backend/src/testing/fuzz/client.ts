import type { FastifyInstance } from 'fastify';
import { origin } from '../app.ts';
import type { Browser } from '../browser.ts';

/** One request, written as it is sent. */
export interface RawRequest {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface RawAnswer {
  status: number;
  type: string;
  headers: Record<string, unknown>;
  text: string;
}

/** Sends requests as somebody; of an answer without an end only the beginning is read. */
export function clientOf(server: FastifyInstance, browser?: Browser) {
  const cookie = [...(browser?.cookies ?? [])]
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return async ({ method, url, headers, body }: RawRequest): Promise<RawAnswer> => {
    const response = await server.inject({
      method: method as 'GET',
      url,
      headers: { origin, ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { payload: body }),
      payloadAsStream: true,
    });
    const type = String(response.headers['content-type'] ?? '');
    const stream = response.stream();
    let text = '';
    if (type.startsWith('text/event-stream')) stream.destroy();
    else for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
    return { status: response.statusCode, type, headers: response.headers, text };
  };
}
