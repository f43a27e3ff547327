import type { ActionState, ChatOutcome, Task } from '@todo-chatbot/shared';
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { KeptAction, KeptPart } from '../../../modules/assistant/assistant-store.ts';
import { users } from './accounts.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 }).notNull();
const owner = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });
const ofConversation = () =>
  uuid('conversation_id')
    .notNull()
    .references(() => conversations.id, { onDelete: 'cascade' });

export const conversations = pgTable(
  'conversations',
  {
    id: uuid('id').primaryKey(),
    userId: owner(),
    title: text('title').notNull(),
    createdAt: moment('created_at'),
    updatedAt: moment('updated_at'),
  },
  (table) => [index('conversations_by_age').on(table.userId, table.updatedAt)],
);

export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey(),
    conversationId: ofConversation(),
    /** The order in which they were said. */
    place: bigint('place', { mode: 'number' }).generatedAlwaysAsIdentity(),
    sender: text('sender').$type<'person' | 'assistant'>().notNull(),
    /** What the person said to which this is the answer. */
    answers: uuid('answers').unique(),
    parts: jsonb('parts').$type<KeptPart[]>().notNull(),
    outcome: text('outcome').$type<ChatOutcome>().notNull(),
    problem: text('problem'),
    createdAt: moment('created_at'),
  },
  (table) => [index('messages_in_conversation').on(table.conversationId, table.place)],
);

export const assistantActions = pgTable(
  'assistant_actions',
  {
    id: uuid('id').primaryKey(),
    userId: owner(),
    conversationId: ofConversation(),
    tool: text('tool').notNull(),
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    state: text('state').$type<ActionState>().notNull(),
    before: jsonb('before').$type<Task[]>().notNull(),
    after: jsonb('after').$type<KeptAction['after']>().notNull(),
    problem: text('problem'),
    createdAt: moment('created_at'),
  },
  (table) => [
    index('assistant_actions_of_user').on(table.userId),
    index('assistant_actions_in_conversation').on(table.conversationId),
  ],
);

export const assistantUsage = pgTable(
  'assistant_usage',
  {
    userId: owner(),
    day: date('day', { mode: 'string' }).notNull(),
    messages: integer('messages').notNull(),
    tokens: integer('tokens').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.day] })],
);
