import { randomBytes } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';

/** Somebody with an account; new in every run, so that runs can share a living system. */
export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Makes up a person. */
export function newPerson(name = 'Maya Lindqvist'): Person {
  const unique = `${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
  return { name, email: `e2e-${unique}@example.org`, password: randomBytes(12).toString('hex') };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Posts to the account's door, and waits as long as it asks for when others were there just before. */
async function post(request: APIRequestContext, path: string, options: object): Promise<void> {
  for (;;) {
    const answer = await request.post(`/api/auth/${path}`, options);
    if (answer.ok()) return;
    const { 'retry-after': after, 'x-retry-after': betterAuthAfter } = answer.headers();
    if (answer.status() !== 429) {
      throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    }
    await pause(1000 * Number(after ?? betterAuthAfter ?? 1));
  }
}

/** Signs a person in; the session's cookie stays in the request context and its pages. */
export async function signIn(request: APIRequestContext, origin: string, person: Person) {
  const { email, password } = person;
  await post(request, 'sign-in/email', { data: { email, password }, headers: { origin } });
}

/** Signs a person up and in. */
export async function signUp(request: APIRequestContext, origin: string, person: Person) {
  await post(request, 'sign-up/email', { data: person, headers: { origin } });
  await signIn(request, origin, person);
}
