import type { ChatMessage, Conversation } from '@todo-chatbot/shared';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { viewOf } from '../../../modules/assistant/action-view.ts';
import type {
  ConversationStore,
  KeptAction,
  KeptPart,
  Opening,
} from '../../../modules/assistant/assistant-store.ts';
import type { Database } from '../database.ts';
import { assistantActions, conversations, messages } from '../schema/index.ts';
import { toAction } from './action-store.ts';

type ConversationRow = typeof conversations.$inferSelect;
type MessageRow = typeof messages.$inferSelect;

const toConversation = ({ id, title, createdAt, updatedAt }: ConversationRow): Conversation => ({
  ...{ id, title },
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** Messages with the actions in them as they are by now. */
function toMessages(rows: MessageRow[], actions: Map<string, KeptAction>, now: Date) {
  const toPart = (part: KeptPart): ChatMessage['parts'] => {
    if (part.type !== 'action') return [part];
    const action = actions.get(part.id);
    return action ? [{ type: 'action', action: viewOf(action, now) }] : [];
  };
  return rows.map(({ id, sender, parts, outcome, problem, createdAt }): ChatMessage => ({
    ...{ id, from: sender, outcome, problem },
    parts: parts.flatMap(toPart),
    createdAt: createdAt.toISOString(),
  }));
}

const actionIds = (rows: readonly MessageRow[]): string[] =>
  rows.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'action' ? [part.id] : [])));

/** Keeps what was said, and a place for the answer. */
async function begin(database: Database, opening: Opening) {
  return database.transaction(async (transaction) => {
    const { ownerId, conversationId, title, said, answerId, now: createdAt } = opening;
    const [conversation] = await transaction
      .insert(conversations)
      .values({ id: conversationId, userId: ownerId, title, createdAt, updatedAt: createdAt })
      .onConflictDoUpdate({
        target: conversations.id,
        set: { updatedAt: createdAt },
        setWhere: eq(conversations.userId, ownerId),
      })
      .returning();
    if (!conversation) return 'taken' as const;
    const { id, text } = said;
    const added = await transaction
      .insert(messages)
      .values({
        ...{ id, conversationId, sender: 'person', createdAt },
        parts: [{ type: 'text', text }],
        outcome: 'whole',
      })
      .onConflictDoNothing()
      .returning({ id: messages.id });
    if (added.length === 0) return 'repeated' as const;
    await transaction.insert(messages).values({
      ...{ id: answerId, conversationId, sender: 'assistant', answers: id, createdAt },
      parts: [],
      outcome: 'failed',
      problem: 'The answer broke off.',
    });
    return 'begun' as const;
  });
}

/** Keeps conversations in PostgreSQL. */
export function createConversationStore(database: Database, now: () => Date): ConversationStore {
  const owned = (ownerId: string, id: string) =>
    and(eq(conversations.userId, ownerId), eq(conversations.id, id));

  async function actionsIn(rows: readonly MessageRow[]): Promise<Map<string, KeptAction>> {
    const ids = actionIds(rows);
    if (ids.length === 0) return new Map();
    const found = await database
      .select()
      .from(assistantActions)
      .where(inArray(assistantActions.id, ids));
    return new Map(found.map((row) => [row.id, toAction(row)]));
  }

  return {
    async list(ownerId, limit) {
      const rows = await database
        .select()
        .from(conversations)
        .where(eq(conversations.userId, ownerId))
        .orderBy(desc(conversations.updatedAt), desc(conversations.id))
        .limit(limit);
      return rows.map(toConversation);
    },

    async find(ownerId, id) {
      const [row] = await database.select().from(conversations).where(owned(ownerId, id));
      if (!row) return undefined;
      const said = await database
        .select()
        .from(messages)
        .where(eq(messages.conversationId, id))
        .orderBy(asc(messages.place));
      return { ...toConversation(row), messages: toMessages(said, await actionsIn(said), now()) };
    },

    async remove(ownerId, id) {
      const removed = await database.delete(conversations).where(owned(ownerId, id)).returning();
      return removed.length > 0;
    },

    begin: (opening) => begin(database, opening),

    async answerTo(ownerId, saidId) {
      const [found] = await database
        .select({ id: messages.id })
        .from(messages)
        .innerJoin(conversations, eq(conversations.id, messages.conversationId))
        .where(and(eq(messages.answers, saidId), eq(conversations.userId, ownerId)));
      return found?.id;
    },

    async save(answerId, { parts, outcome, problem }) {
      await database
        .update(messages)
        .set({ parts, outcome, problem })
        .where(eq(messages.id, answerId));
    },
  };
}
