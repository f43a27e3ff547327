import { randomUUID } from 'node:crypto';
import { chatEvent } from '@todo-chatbot/shared';
import type { AssistantAction, ChatEvent, ChatMessage } from '@todo-chatbot/shared';
import type { Browser } from './browser.ts';

/** What an event stream told, read as the contract says. */
export const eventsIn = (text: string): ChatEvent[] =>
  text
    .split('\n\n')
    .filter(Boolean)
    .map((event) => chatEvent.parse(JSON.parse(event.replace(/^data: /, ''))));

/** A person's conversation with the assistant. */
export function chatOf(browser: Browser, conversationId: string = randomUUID()) {
  const send = async (text: string, id: string = randomUUID()) =>
    browser.send(`POST /api/v1/assistant/conversations/${conversationId}/messages`, {
      ...{ id, text },
      timeZone: 'Europe/Berlin',
    });
  return {
    id: conversationId,
    send,
    /** Says something and answers the whole answer. */
    async say(text: string): Promise<ChatMessage> {
      const answer = await send(text);
      const last = answer.statusCode === 200 ? eventsIn(answer.body).at(-1) : undefined;
      if (last?.type !== 'end') throw new Error(`${answer.statusCode} ${answer.body}`);
      return last.message;
    },
    async decide(action: AssistantAction, verb: 'confirm' | 'decline' | 'undo') {
      return browser.send(`POST /api/v1/assistant/actions/${action.id}/${verb}`);
    },
  };
}

/** The words of a message. */
export const textOf = ({ parts }: ChatMessage): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('');

/** What a message changed, or wants to. */
export const actionsOf = ({ parts }: ChatMessage): AssistantAction[] =>
  parts.flatMap((part) => (part.type === 'action' ? [part.action] : []));
