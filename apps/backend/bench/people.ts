import { createHmac } from 'node:crypto';
import { onServer } from '../src/testing/database.ts';
import { authSecret } from './backend.ts';

/** What the pages send with each request of a signed-in person. */
export type Headers = Record<'cookie' | 'origin' | 'content-type', string>;

function cookieOf(token: string): string {
  // As better-auth signs it.
  const signature = createHmac('sha256', authSecret).update(token).digest('base64');
  return `todo.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** The headers of every seeded person. */
export async function signedIn(databaseUrl: string): Promise<Headers[]> {
  const rows = await onServer(databaseUrl, 'select token from sessions order by token');
  return (rows as { token: string }[]).map(({ token }) => ({
    cookie: cookieOf(token),
    origin: 'http://localhost:3000',
    'content-type': 'application/json',
  }));
}
