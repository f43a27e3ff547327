import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The headers of a request as the fetch standard has them. */
export function toWebHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}

/** Leaves bodies to a library that reads them itself; here they are only kept within bounds. */
export function keepBodiesRaw(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
}

/** A request with a raw body as the fetch standard has it, seen under the public origin. */
export function toWebRequest(request: FastifyRequest, origin: string, init: RequestInit): Request {
  const { method, url, body } = request;
  return new Request(new URL(url, origin), {
    method,
    headers: toWebHeaders(request),
    body: body instanceof Buffer ? new Uint8Array(body) : null,
    ...init,
  });
}

/** Puts the status and the headers of a fetch-standard response on an answer, each cookie alone. */
export function takeWebHead(reply: FastifyReply, response: Response): void {
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  reply.code(response.status);
}

/** Sends a fetch-standard response as a whole. */
export async function sendWebResponse(reply: FastifyReply, response: Response): Promise<void> {
  takeWebHead(reply, response);
  await reply.send(Buffer.from(await response.arrayBuffer()));
}
