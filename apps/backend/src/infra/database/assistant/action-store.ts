import { and, eq } from 'drizzle-orm';
import type {
  ActionKey,
  ActionStore,
  KeptAction,
} from '../../../modules/assistant/assistant-store.ts';
import type { Database } from '../database.ts';
import { assistantActions } from '../schema/index.ts';

/** A row of `assistant_actions` as the use cases know it. */
export const toAction = ({
  userId: ownerId,
  ...row
}: typeof assistantActions.$inferSelect): KeptAction => ({ ...row, ownerId });

const keyed = ({ ownerId, id }: ActionKey) =>
  and(eq(assistantActions.userId, ownerId), eq(assistantActions.id, id));

/** Keeps the assistant's changes in PostgreSQL. */
export function createActionStore(database: Database): ActionStore {
  return {
    async add({ ownerId, ...action }) {
      await database.insert(assistantActions).values({ ...action, userId: ownerId });
    },

    async find(key) {
      const [row] = await database.select().from(assistantActions).where(keyed(key));
      return row && toAction(row);
    },

    async claim(key, from, to) {
      const [row] = await database
        .update(assistantActions)
        .set(to)
        .where(and(keyed(key), eq(assistantActions.state, from)))
        .returning();
      return row && toAction(row);
    },

    async settle(id, outcome) {
      await database.update(assistantActions).set(outcome).where(eq(assistantActions.id, id));
    },
  };
}
