import type { QueryClient } from '@tanstack/react-query';
import type {
  AssistantAction,
  ChatEvent,
  ChatMessage,
  ChatPart,
  WholeConversation,
} from '@todo-chatbot/shared';
import { newId } from '@/features/tasks/data/new-id';
import { conversationKey } from './keys';

/** Changes what the page knows of a conversation. */
export function editMessages(
  client: QueryClient,
  id: string,
  edit: (messages: ChatMessage[]) => ChatMessage[],
): void {
  client.setQueryData<WholeConversation>(
    conversationKey(id),
    (known) => known && { ...known, messages: edit(known.messages) },
  );
}

const withText = (parts: ChatPart[], text: string): ChatPart[] => {
  const last = parts.at(-1);
  return last?.type === 'text'
    ? [...parts.slice(0, -1), { type: 'text', text: last.text + text }]
    : [...parts, { type: 'text', text }];
};

/** What an event makes of the answer that it belongs to. */
export function heard(answer: ChatMessage, event: ChatEvent): ChatMessage {
  if (event.type === 'end') return event.message;
  if (event.type === 'start') return { ...answer, id: event.messageId };
  const { parts } = answer;
  if (event.type === 'text') return { ...answer, parts: withText(parts, event.text) };
  return { ...answer, parts: [...parts, event.part] };
}

/** The messages with an action as it is now. */
export const withAction = (messages: ChatMessage[], action: AssistantAction): ChatMessage[] =>
  messages.map((message) => ({
    ...message,
    parts: message.parts.map((part) =>
      part.type === 'action' && part.action.id === action.id ? { type: 'action', action } : part,
    ),
  }));

/** A message of this moment. */
export const messageOf = (from: ChatMessage['from'], text: string): ChatMessage => ({
  ...{ id: newId(), from, outcome: 'whole', problem: null },
  parts: text ? [{ type: 'text', text }] : [],
  createdAt: new Date().toISOString(),
});
