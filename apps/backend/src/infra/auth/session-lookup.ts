import type { Pool } from 'pg';
import type { Account } from '../../modules/accounts/account.ts';
import { remember } from '../../modules/remember.ts';
import { findTogether } from '../database/find-together.ts';
import type { Secrets } from './secrets.ts';
import { cookieOf, signedToken } from './session-cookie.ts';

/** Finds the account behind a request's Cookie header; undefined when there is none. */
export type SessionLookup = (cookies: string) => Promise<Account | undefined>;

export interface SessionLookupOptions {
  pool: Pool;
  /** The secrets with which better-auth signs and signed its cookies. */
  secrets: Secrets;
  /** The session cookie's name as the browser sends it. */
  cookieName: string;
}

const find = {
  name: 'session-accounts',
  text: `select sessions.token, users.id from sessions join users on users.id = sessions.user_id
    where sessions.token = any($1) and sessions.expires_at > now()`,
};

/**
 * Reads who is signed in by one prepared statement. better-auth's own reading takes several times
 * as long, on every request; it stays the one that makes, prolongs and ends sessions, and this
 * honours its signature and expiry.
 * @see https://www.better-auth.com/docs/concepts/cookies
 */
export function createSessionLookup({
  pool,
  secrets,
  cookieName,
}: SessionLookupOptions): SessionLookup {
  const accountOf = findTogether<Account>(async (tokens) => {
    const { rows } = await pool.query<Account & { token: string }>({ ...find, values: [tokens] });
    return new Map(rows.map(({ token, id }) => [token, { id }]));
  });

  // A signature that is good stays so; whether there is a session is asked each time.
  const tokenOf = remember((value) => signedToken(value, secrets));

  return async (cookies) => {
    const value = cookieOf(cookies, cookieName);
    const token = value && tokenOf(value);
    return token ? accountOf(token) : undefined;
  };
}
