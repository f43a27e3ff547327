import type { Problem } from '@todo-chatbot/shared';
import { HttpError } from './http-error';
import { withSession } from './session';

const isJson = (response: Response) => /\bjson\b/.test(response.headers.get('content-type') ?? '');

/** What is asked of the server: as for fetch, or `json` for a body of it. */
export type Asked = RequestInit & { json?: unknown };

async function ask<T>(path: string, { json, ...init }: Asked): Promise<T> {
  const headers = new Headers({ accept: 'application/json', ...init.headers });
  if (json !== undefined) headers.set('content-type', 'application/json');
  const response = await fetch(path, {
    ...init,
    headers,
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const body: unknown = isJson(response) ? await response.json() : undefined;
  if (!response.ok) throw new HttpError(response.status, (body ?? {}) as Partial<Problem>);
  return body as T;
}

/** Asks the server and reads its JSON; throws {@link HttpError}, or TypeError when it is away. */
export const http = <T>(path: string, asked: Asked = {}): Promise<T> =>
  withSession(() => ask<T>(path, asked));
