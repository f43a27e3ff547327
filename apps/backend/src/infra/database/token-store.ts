import type { Token } from '@todo-chatbot/shared';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { FoundToken, TokenStore } from '../../modules/accounts/token-service.ts';
import type { Database } from './database.ts';
import { findTogether } from './find-together.ts';
import { apiTokens } from './schema/index.ts';

const toToken = (row: typeof apiTokens.$inferSelect): Token => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

/** Keeps API tokens in PostgreSQL. */
export function createTokenStore(database: Database): TokenStore {
  // Asked on every request of a program: made and planned once.
  const byHash = database
    .select()
    .from(apiTokens)
    .where(sql`${apiTokens.hash} = any(${sql.placeholder('hashes')})`)
    .prepare('api-tokens-by-hash');

  const findByHash = findTogether<FoundToken>(async (hashes) => {
    const rows = await byHash.execute({ hashes });
    return new Map(rows.map((row) => [row.hash, { ...row, id: row.userId, tokenId: row.id }]));
  });

  return {
    async list(ownerId) {
      const rows = await database
        .select()
        .from(apiTokens)
        .where(eq(apiTokens.userId, ownerId))
        .orderBy(desc(apiTokens.createdAt), apiTokens.id);
      return rows.map(toToken);
    },

    async insert({ ownerId, ...token }) {
      const [row] = await database
        .insert(apiTokens)
        .values({ ...token, userId: ownerId })
        .returning();
      if (!row) throw new Error('The database returned no row for the new token.');
      return toToken(row);
    },

    async remove(ownerId, id) {
      const removed = await database
        .delete(apiTokens)
        .where(and(eq(apiTokens.userId, ownerId), eq(apiTokens.id, id)))
        .returning({ id: apiTokens.id });
      return removed.length > 0;
    },

    findByHash,

    async markUsed(id, lastUsedAt) {
      await database.update(apiTokens).set({ lastUsedAt }).where(eq(apiTokens.id, id));
    },
  };
}
