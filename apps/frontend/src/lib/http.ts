import type { ErrorCode, Problem } from '@todo-chatbot/shared';

/** An answer of the server that is not a success. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: ErrorCode | undefined;

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`);
    this.name = 'HttpError';
    this.status = status;
    this.code = problem.code;
  }
}

const isJson = (response: Response) => /\bjson\b/.test(response.headers.get('content-type') ?? '');

/** Asks the server and reads its JSON; throws {@link HttpError}, or TypeError when it is away. */
export async function http<T>(
  path: string,
  init: RequestInit & { json?: unknown } = {},
): Promise<T> {
  const { json, ...rest } = init;
  const headers = new Headers({ accept: 'application/json', ...init.headers });
  if (json !== undefined) headers.set('content-type', 'application/json');
  const response = await fetch(path, {
    ...rest,
    headers,
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const body: unknown = isJson(response) ? await response.json() : undefined;
  if (!response.ok) throw new HttpError(response.status, (body ?? {}) as Partial<Problem>);
  return body as T;
}
