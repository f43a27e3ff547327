import { and, eq, lt, sql } from 'drizzle-orm';
import type { UsageStore } from '../../../modules/assistant/budget.ts';
import type { Database } from '../database.ts';
import { assistantUsage } from '../schema/index.ts';

/** Counts what the assistant does for people in PostgreSQL, for all processes together. */
export function createUsageStore(database: Database): UsageStore {
  return {
    async reserve({ ownerId: userId, day }, cost, most) {
      const { messages, tokens } = assistantUsage;
      // Days long past say nothing any more.
      await database
        .delete(assistantUsage)
        .where(and(eq(assistantUsage.userId, userId), lt(assistantUsage.day, day)));
      if (cost.messages > most.messages || cost.tokens > most.tokens) return false;
      // One statement, so that two messages at once cannot share what is left.
      const counted = await database
        .insert(assistantUsage)
        .values({ userId, day, ...cost })
        .onConflictDoUpdate({
          target: [assistantUsage.userId, assistantUsage.day],
          set: {
            messages: sql`${messages} + ${cost.messages}`,
            tokens: sql`${tokens} + ${cost.tokens}`,
          },
          setWhere: sql`${messages} + ${cost.messages} <= ${most.messages}
            and ${tokens} + ${cost.tokens} <= ${most.tokens}`,
        })
        .returning({ messages });
      return counted.length > 0;
    },

    async settle({ ownerId: userId, day }, tokens) {
      await database
        .update(assistantUsage)
        .set({ tokens: sql`greatest(0, ${assistantUsage.tokens} + ${tokens})` })
        .where(and(eq(assistantUsage.userId, userId), eq(assistantUsage.day, day)));
    },
  };
}
