import { createHash } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { leadingTo, wantedHeader, wantedPage } from './wanted-page';

async function sessionCookie(): Promise<string | undefined> {
  const all = (await cookies()).getAll();
  return all.find(({ name }) => name.endsWith('session_token'))?.value;
}

/** Whether the browser has a session at all; whether it is still good, the backend decides. */
export async function hasSessionCookie(): Promise<boolean> {
  return (await sessionCookie()) !== undefined;
}

/**
 * Sends a browser without a session to log in; from there it comes back to this page, or goes on
 * to another one that is wanted.
 */
export async function requireSession(wanted?: string): Promise<void> {
  if (await hasSessionCookie()) return;
  const page = wantedPage(wanted ?? (await headers()).get(wantedHeader));
  redirect(leadingTo(page, '/login'));
}

/** Tells one session from another without giving it away: what a device kept belongs to one. */
export async function sessionMark(): Promise<string> {
  return createHash('sha256')
    .update((await sessionCookie()) ?? '')
    .digest('hex')
    .slice(0, 16);
}
