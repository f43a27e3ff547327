import { z } from 'zod';
import { timeZone } from './calendar.ts';
import { task } from './task.ts';
import { multiLine } from './text.ts';

export const assistantLimits = {
  /** Characters of one message. */
  message: 4_000,
  /** Conversations that are listed, the newest. */
  conversations: 50,
} as const;

/** Who answers in the chat: a language model, or the rules that are built in. */
export const assistant = z.object({
  /** As the chat shows it, such as `gpt-5-mini` or `Built-in assistant`. */
  name: z.string(),
  builtIn: z.boolean(),
});
export type Assistant = z.infer<typeof assistant>;

/**
 * What became of a change that the assistant wanted: it waits for its person, was made, or was not.
 * `lapsed` waited for too long.
 */
export const actionStates = ['proposed', 'done', 'declined', 'failed', 'undone', 'lapsed'] as const;
export const actionState = z.enum(actionStates);
export type ActionState = z.infer<typeof actionState>;

/** A change by the assistant, or one that it proposes. */
export const assistantAction = z.object({
  id: z.uuid(),
  /** The MCP tool that makes it, such as `delete_task`. */
  tool: z.string(),
  /** The tool's arguments; what is confirmed is exactly this. */
  input: z.record(z.string(), z.unknown()),
  state: actionState,
  /** The tasks it is about, as they were before; for a new task, as it became. */
  tasks: z.array(task.pick({ id: true, title: true })),
  /** How many tasks it is about, of which `tasks` may name the first only. */
  count: z.int().min(0),
  /** Whether it can be taken back now. */
  undoable: z.boolean(),
  /** Why it failed, in words for a person. */
  problem: z.string().nullable(),
});
export type AssistantAction = z.infer<typeof assistantAction>;

/** A piece of a message, in the order in which it came. */
export const chatPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  /** The assistant looked something up; `found` counts what it got. */
  z.object({ type: z.literal('look'), tool: z.string(), found: z.int().min(0).nullable() }),
  z.object({ type: z.literal('action'), action: assistantAction }),
]);
export type ChatPart = z.infer<typeof chatPart>;

/** Whether an answer is whole, was stopped by its person, or broke off. */
export const chatOutcome = z.enum(['whole', 'stopped', 'failed']);
export type ChatOutcome = z.infer<typeof chatOutcome>;

/** A message of a conversation. */
export const chatMessage = z.object({
  id: z.uuid(),
  from: z.enum(['person', 'assistant']),
  parts: z.array(chatPart),
  outcome: chatOutcome,
  /** Why an answer failed, in words for a person. */
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type ChatMessage = z.infer<typeof chatMessage>;

/** A conversation as it is listed. */
export const conversation = z.object({
  id: z.uuid(),
  /** The beginning of its first message. */
  title: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Conversation = z.infer<typeof conversation>;
export const conversationList = z.object({ items: z.array(conversation) });

/** A conversation with its messages, oldest first. */
export const wholeConversation = conversation.extend({ messages: z.array(chatMessage) });
export type WholeConversation = z.infer<typeof wholeConversation>;

/** What a person says; the client chooses the ids, so that a repeated request says it once. */
export const newChatMessage = z.strictObject({
  id: z.uuid(),
  text: multiLine()
    .trim()
    .min(1, 'must not be empty')
    .max(assistantLimits.message, `must have at most ${assistantLimits.message} characters`),
  /** Where the person is: what `tomorrow at 9` means. */
  timeZone,
});
export type NewChatMessage = z.infer<typeof newChatMessage>;

/**
 * What the stream of an answer tells, one JSON object in each `data:` line of a server-sent event.
 * `text` continues the text part under way, or begins one; `part` is a whole other part; `end` is
 * the last event and carries the message as it is kept.
 */
export const chatEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), messageId: z.uuid() }),
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('part'), part: chatPart }),
  z.object({ type: z.literal('end'), message: chatMessage }),
]);
export type ChatEvent = z.infer<typeof chatEvent>;
