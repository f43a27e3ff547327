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

/**
 * Signs a person up; the session's cookie stays in the request context and its pages. Waits as
 * long as the server asks for, when others signed up from this address just before.
 */
export async function signUp(request: APIRequestContext, origin: string, person: Person) {
  for (;;) {
    const options = { data: person, headers: { origin } };
    const answer = await request.post('/api/auth/sign-up/email', options);
    if (answer.ok()) return;
    const { 'retry-after': after, 'x-retry-after': betterAuthAfter } = answer.headers();
    if (answer.status() !== 429) {
      throw new Error(`sign-up answered ${answer.status()}: ${await answer.text()}`);
    }
    await pause(1000 * Number(after ?? betterAuthAfter ?? 1));
  }
}
