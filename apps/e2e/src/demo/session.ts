import type { Send } from './fill.ts';

/** Somebody who can sign in. */
export interface Login {
  name: string;
  email: string;
  password: string;
}

/** Signs people in over the public API, as a browser would. */
export interface Session {
  owner: string;
  send: Send;
  /** Whether the account was made just now. */
  isNew: boolean;
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));

async function request(origin: string, path: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const headers = { origin, 'content-type': 'application/json', ...init.headers };
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    if (answer.status !== 429) return answer;
    await pause(Number(answer.headers.get('retry-after') ?? 1));
  }
}

const post = (origin: string, path: string, body: object) =>
  request(origin, path, { method: 'POST', body: JSON.stringify(body) });

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

function sender(origin: string, cookie: string): Send {
  return async (method, path, body) => {
    const init = { method, headers: { cookie }, ...(body && { body: JSON.stringify(body) }) };
    const answer = await request(origin, path, init);
    if (answer.ok) return answer.json();
    throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  };
}

const refused = (email: string, status: number) =>
  status === 403
    ? `${email} must be confirmed by mail first: follow the link that was sent, then run this again.`
    : `${email} exists with another password. Set DEMO_PASSWORD to it, or DEMO_EMAIL to a new address.`;

/** Signs in, after signing up where there is no such account. */
export async function openSession(origin: string, login: Login): Promise<Session> {
  const { email, password } = login;
  const signIn = () => post(origin, '/api/auth/sign-in/email', { email, password });
  let answer = await signIn();
  const isNew = answer.status === 401;
  if (isNew) {
    await post(origin, '/api/auth/sign-up/email', login);
    answer = await signIn();
  }
  if (!answer.ok) throw new Error(refused(email, answer.status));
  const { user } = (await answer.json()) as { user: { id: string } };
  return { owner: user.id, send: sender(origin, cookiesOf(answer)), isNew };
}
