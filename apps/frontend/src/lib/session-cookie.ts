import { cookies } from 'next/headers';

/** Whether the browser has a session at all; whether it is still good, the backend decides. */
export async function hasSessionCookie(): Promise<boolean> {
  const names = (await cookies()).getAll().map((cookie) => cookie.name);
  return names.some((name) => name.endsWith('session_token'));
}
