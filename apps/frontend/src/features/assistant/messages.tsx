import type { Assistant, AssistantAction, ChatMessage } from '@todo-chatbot/shared';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/button';
import { errorMessage } from '@/lib/error-message';
import type { useChat } from './data/use-chat';
import { Message } from './message';
import { Welcome } from './welcome';

interface Props {
  chat: ReturnType<typeof useChat>;
  assistant: Assistant | undefined;
  onPick: (text: string) => void;
  onRetry: (text: string) => void;
}

const textOf = ({ parts }: ChatMessage) =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('');

const waiting = (messages: readonly ChatMessage[]): AssistantAction[] =>
  (messages.at(-1)?.parts ?? []).flatMap((part) =>
    part.type === 'action' && part.action.state === 'proposed' ? [part.action] : [],
  );

/** Keeps the newest words in sight, unless somebody reads further up. */
function useStayBelow(content: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const below = useRef(true);
  useEffect(() => {
    if (below.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [content]);
  const onScroll = () => {
    const { current } = box;
    if (current) {
      below.current = current.scrollHeight - current.scrollTop - current.clientHeight < 40;
    }
  };
  return { ref: box, onScroll };
}

/** What was said so far. */
export function Messages({ chat, assistant, onPick, onRetry }: Props) {
  const { messages, answering, isPending, error, refetch, decide } = chat;
  const stay = useStayBelow(messages);
  const proposals = answering ? [] : waiting(messages);
  const last = messages.at(-1);
  const question = messages.at(-2);
  const confirmAll = async () => {
    for (const action of proposals) await decide(action, 'confirm');
  };
  return (
    <div
      {...stay}
      role="region"
      aria-label="Conversation"
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto p-4 -outline-offset-2"
    >
      {error && messages.length === 0 && (
        <p role="alert" className="text-danger">
          {errorMessage(error)}{' '}
          <Button look="outline" onClick={() => void refetch()} className="h-8">
            Try again
          </Button>
        </p>
      )}
      {!isPending && !error && messages.length === 0 && (
        <Welcome assistant={assistant} onPick={onPick} />
      )}
      <ol className="flex flex-col gap-4">
        {messages.map((message) => (
          <Message
            key={message.id}
            message={message}
            answering={answering && message === last}
            onDecide={decide}
            onRetry={
              message === last && question && !answering
                ? () => onRetry(textOf(question))
                : undefined
            }
          />
        ))}
      </ol>
      {proposals.length > 1 && (
        <Button className="mt-3 w-full" onClick={() => void confirmAll()}>
          Confirm all {proposals.length}
        </Button>
      )}
      {/* Whole answers only: each word by itself would be read out alone. */}
      <p role="status" className="sr-only">
        {answering && 'The assistant is answering.'}
        {!answering && last?.from === 'assistant' && textOf(last)}
      </p>
    </div>
  );
}
