import { verifyPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { accounts } from '../database/schema/index.ts';

/** Tells whether a password is that of an account, as the account library stores it. */
export const createPasswordCheck =
  (database: Database) =>
  async (userId: string, password: string): Promise<boolean> => {
    const [account] = await database
      .select({ hash: accounts.password })
      .from(accounts)
      .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
    return account?.hash ? verifyPassword({ hash: account.hash, password }) : false;
  };
