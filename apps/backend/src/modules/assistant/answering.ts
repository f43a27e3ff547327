import type { ChatEvent, ChatPart, WholeConversation } from '@todo-chatbot/shared';
import type { ActionService } from './action-service.ts';
import { Unanswerable } from './answerer.ts';
import type { Answerer } from './answerer.ts';
import type { Reservation } from './budget.ts';
import { longestAnswer } from './draft.ts';
import type { Draft } from './draft.ts';
import { createHands } from './hands.ts';
import type { OpenToolBox } from './tool-box.ts';
import { isTainted, turnsOf } from './turns.ts';

export interface AnsweringPorts {
  answerer: Answerer;
  actions: ActionService;
  openTools: OpenToolBox;
  now: () => Date;
}

/** What an answer works with. */
export interface Answering {
  ownerId: string;
  timeZone: string;
  /** Where it is written down. */
  draft: Draft;
  signal: AbortSignal;
  paid: Reservation;
}

/**
 * Answers a conversation's last message, as events: words as they come, and what was looked up and
 * changed between them.
 */
export function createAnswering({ answerer, actions, openTools, now }: AnsweringPorts) {
  return async function* answer(
    { id: conversationId, messages }: WholeConversation,
    { ownerId, timeZone, draft, signal, paid }: Answering,
  ): AsyncIterable<ChatEvent> {
    const toolBox = await openTools(ownerId);
    const heard: ChatPart[] = [];
    const hands = createHands({
      ...{ ownerId, conversationId, toolBox, actions, signal, builtIn: answerer.builtIn },
      hasReadTasks: isTainted(messages),
      onPart(part) {
        if (part.type === 'look') draft.look(part);
        if (part.type === 'action') draft.act(part.action);
        heard.push(part);
      },
    });
    let tokens = 0;
    try {
      const question = { turns: turnsOf(messages), timeZone, now: now() };
      for await (const piece of answerer.answer(question, hands, signal)) {
        for (const part of heard.splice(0)) yield { type: 'part', part };
        if (piece.type === 'tokens') tokens = piece.count;
        else if (piece.text) {
          draft.say(piece.text);
          yield { type: 'text', text: piece.text };
        }
        if (draft.length > longestAnswer) throw new Unanswerable('The answer did not end.');
      }
      for (const part of heard.splice(0)) yield { type: 'part', part };
      if (draft.parts.length === 0) throw new Unanswerable('The assistant had nothing to say.');
    } finally {
      await paid.spend(tokens);
      await toolBox.close();
    }
  };
}
