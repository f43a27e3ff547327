import { createHash } from 'node:crypto';
import { cookies } from 'next/headers';

async function sessionCookie(): Promise<string | undefined> {
  const all = (await cookies()).getAll();
  return all.find(({ name }) => name.endsWith('session_token'))?.value;
}

/** Whether the browser has a session at all; whether it is still good, the backend decides. */
export async function hasSessionCookie(): Promise<boolean> {
  return (await sessionCookie()) !== undefined;
}

/** Tells one session from another without giving it away: what a device kept belongs to one. */
export async function sessionMark(): Promise<string> {
  return createHash('sha256')
    .update((await sessionCookie()) ?? '')
    .digest('hex')
    .slice(0, 16);
}
