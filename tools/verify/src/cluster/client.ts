import { address } from './kubernetes.ts';

export interface Call {
  method?: string;
  cookie?: string;
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Asks the published app over a connection of its own: one that is kept alive
 * leads to the pod that it was made to, also when a newer one has taken over.
 */
export function ask(path: string, { method = 'GET', cookie = '', body, signal }: Call = {}) {
  return fetch(`${address}${path}`, {
    method,
    signal: signal ?? null,
    headers: {
      connection: 'close',
      origin: address,
      cookie,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** The text of a page that must be there. */
export async function readPage(path: string): Promise<string> {
  const response = await ask(path);
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  return response.text();
}

/** Makes an account, logs in and returns the session cookie. */
export async function signUp(): Promise<string> {
  const body = {
    name: 'Verify',
    email: `verify-${Date.now()}@example.com`,
    password: 'correct horse 9',
  };
  const made = await ask('/api/auth/sign-up/email', { method: 'POST', body });
  if (made.status !== 200) throw new Error(`sign-up answers ${made.status}`);
  const answer = await ask('/api/auth/sign-in/email', { method: 'POST', body });
  if (answer.status !== 200) throw new Error(`sign-in answers ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
