import type { AssistantAction, ChatMessage, ChatPart } from '@todo-chatbot/shared';
import type { Turn } from './answerer.ts';

/** Messages that whoever answers is told of. */
const remembered = 20;

/** Whether text of tasks has come into a conversation: whoever answers may have been instructed. */
export const isTainted = (messages: readonly ChatMessage[]): boolean =>
  messages.some(({ parts }) => parts.some(({ type }) => type === 'look'));

function actionInWords({ tool, state, tasks }: AssistantAction): string {
  const titles = tasks.slice(0, 5).map(({ title }) => JSON.stringify(title));
  return `[${tool} ${titles.join(', ')}: ${state}]`;
}

const inWords = (part: ChatPart): string => {
  if (part.type === 'text') return part.text;
  return part.type === 'action' ? actionInWords(part.action) : '';
};

/** What was said, the newest last, for whoever answers. */
export function turnsOf(messages: readonly ChatMessage[]): Turn[] {
  return messages
    .map(({ from, parts }) => ({ from, text: parts.map(inWords).filter(Boolean).join('\n') }))
    .filter(({ text }) => text !== '')
    .slice(-remembered);
}
