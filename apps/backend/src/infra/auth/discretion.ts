import { randomUUID } from 'node:crypto';
import { signUp as newPerson } from '@todo-chatbot/shared';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { AppError } from '../../modules/app-error.ts';
import { checkedProfile } from '../../modules/accounts/profile.ts';
import type { Database } from '../database/database.ts';
import { accounts, users } from '../database/schema/index.ts';
import type { ByMail } from './by-mail.ts';
import { signIn } from './discreet.ts';

const signUp = '/sign-up/email';
const resetRequest = '/request-password-reset';
const { email: address } = newPerson.shape;

/** Refuses a profile that may not be stored, in the library's way. */
export function checkProfile<P extends { name?: string | undefined }>(profile: P): P {
  try {
    return checkedProfile(profile);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new APIError('BAD_REQUEST', { code: 'INVALID_NAME', message: error.message });
  }
}

function checkSignUp({ name, email }: Record<string, unknown>): void {
  if (typeof name === 'string') checkProfile({ name });
  if (typeof email === 'string' && !address.safeParse(email).success) {
    throw new APIError('BAD_REQUEST', { code: 'INVALID_EMAIL', message: 'Invalid email' });
  }
}

/** Reads once more for an unknown address: for a known one the library looks up the password. */
async function matchSignIn(database: Database, { email }: Record<string, unknown>): Promise<void> {
  const { data: checked } = address.safeParse(email);
  if (checked === undefined) return;
  const known = await database
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, checked.toLowerCase()));
  if (known.length > 0) return;
  await database
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.userId, randomUUID()));
}

/**
 * Writes as much as a new account takes, and changes nothing: the time that a sign-up took must
 * not tell whether the address was known.
 */
export async function matchSignUp(database: Database, userId: string): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.update(users).set({ id: userId }).where(eq(users.id, userId));
    await transaction.update(accounts).set({ userId }).where(eq(accounts.userId, userId));
  });
}

export interface DiscretionOptions {
  database: Database;
  /** Undefined when there is no mail. */
  byMail: ByMail | undefined;
  /** Does what was asked for, later, and tells nobody how it ended. */
  resetLater: (email: string) => void;
}

/** Hooks of the account library after which nobody learns who else has an account. */
export const createDiscretion = ({ database, byMail, resetLater }: DiscretionOptions) => ({
  before: createAuthMiddleware(async (context) => {
    const body = (context.body ?? {}) as Record<string, unknown>;
    if (context.path === signUp) checkSignUp(body);
    if (context.path === signIn) await matchSignIn(database, body);
    // Without a request it is this program that asks: for what it put off.
    if (context.path === resetRequest && byMail && context.request) {
      const { data: email } = address.safeParse(body['email']);
      if (email === undefined) return;
      resetLater(email);
      return context.json({ status: true });
    }
  }),

  after: createAuthMiddleware(async (context) => {
    const { returned, session } = context.context;
    const failed = returned instanceof APIError;
    if (context.path === signUp && !failed) return context.json({ status: true });
    if (context.path === '/change-password' && !failed && session) {
      byMail?.passwordChanged(session.user);
    }
  }),
});
