import type { Account } from '@todo-chatbot/shared';
import { eq, sql } from 'drizzle-orm';
import type { AccountStore } from '../../modules/accounts/account-service.ts';
import { queueSchema } from '../queue/boss.ts';
import type { Database } from './database.ts';
import { rateLimits, users, verifications } from './schema/index.ts';

const toAccount = (row: typeof users.$inferSelect): Account => ({
  id: row.id,
  name: row.name,
  email: row.email,
  emailVerified: row.emailVerified,
  createdAt: row.createdAt.toISOString(),
});

/** Keeps accounts in PostgreSQL. */
export function createAccountStore(database: Database): AccountStore {
  return {
    async find(id) {
      const [row] = await database.select().from(users).where(eq(users.id, id));
      return row && toAccount(row);
    },

    async rename(id, name, updatedAt) {
      const changes = { name, updatedAt };
      const [row] = await database.update(users).set(changes).where(eq(users.id, id)).returning();
      return row && toAccount(row);
    },

    // What has a column for its owner goes by itself; here goes what names a person otherwise.
    async remove(id) {
      await database.transaction(async (transaction) => {
        await transaction.delete(users).where(eq(users.id, id));
        await transaction.delete(verifications).where(eq(verifications.value, id));
        await transaction.execute(
          sql`delete from ${sql.identifier(queueSchema)}.job where data->>'userId' = ${id}`,
        );
        await transaction.delete(rateLimits).where(sql`position(${id} in ${rateLimits.key}) > 0`);
      });
    },
  };
}
