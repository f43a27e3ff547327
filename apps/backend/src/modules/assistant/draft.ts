import type { AssistantAction, ChatPart } from '@todo-chatbot/shared';
import type { KeptPart } from './assistant-store.ts';

/** Characters of an answer that are kept; whoever says more is stopped. */
export const longestAnswer = 40_000;

/** An answer while it comes. */
export interface Draft {
  readonly parts: KeptPart[];
  readonly length: number;
  say(text: string): void;
  look(part: Extract<ChatPart, { type: 'look' }>): void;
  act(action: AssistantAction): void;
}

export function createDraft(): Draft {
  const parts: KeptPart[] = [];
  let length = 0;
  return {
    parts,
    get length() {
      return length;
    },
    say(text) {
      length += text.length;
      const last = parts.at(-1);
      if (last?.type === 'text') last.text += text;
      else parts.push({ type: 'text', text });
    },
    look: (part) => void parts.push(part),
    act: ({ id }) => void parts.push({ type: 'action', id }),
  };
}
