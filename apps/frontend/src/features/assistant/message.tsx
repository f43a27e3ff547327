import type { AssistantAction, ChatMessage, ChatPart } from '@todo-chatbot/shared';
import { Search } from 'lucide-react';
import { ActionCard } from './action-card';
import type { Verb } from './data/use-chat';

type Decide = (action: AssistantAction, verb: Verb) => Promise<void>;

const looked = (found: number | null) => {
  if (found === null) return 'Looked at your tasks';
  return found === 1 ? 'Looked: one task found' : `Looked: ${found} tasks found`;
};

function Part({ part, onDecide }: { part: ChatPart; onDecide: Decide }) {
  if (part.type === 'action') return <ActionCard action={part.action} onDecide={onDecide} />;
  if (part.type === 'look') {
    return (
      <p className="flex items-center gap-1.5 text-sm text-muted">
        <Search aria-hidden size={13} /> {looked(part.found)}
      </p>
    );
  }
  // As text and nothing else: no markup, so that no answer can bring an image or a link along.
  return <p className="whitespace-pre-wrap wrap-anywhere">{part.text}</p>;
}

interface Props {
  message: ChatMessage;
  onDecide: Decide;
  /** Says the same once more; only where that makes sense. */
  onRetry?: (() => void) | undefined;
  answering: boolean;
}

/** What one side said. */
export function Message({ message, onDecide, onRetry, answering }: Props) {
  const { from, parts, outcome, problem } = message;
  if (from === 'person') {
    return (
      <li className="ml-8 w-fit max-w-full self-end rounded-xl rounded-br-xs bg-primary-soft-strong px-3 py-2 whitespace-pre-wrap wrap-anywhere">
        <span className="sr-only">You: </span>
        {parts.map((part) => (part.type === 'text' ? part.text : '')).join('')}
      </li>
    );
  }
  return (
    <li className="flex flex-col gap-2">
      <span className="sr-only">Assistant: </span>
      {parts.map((part, index) => (
        <Part
          key={part.type === 'action' ? part.action.id : index}
          part={part}
          onDecide={onDecide}
        />
      ))}
      {answering && parts.length === 0 && (
        <p className="animate-shimmer text-muted" aria-hidden>
          …
        </p>
      )}
      {!answering && outcome === 'stopped' && <p className="text-sm text-muted">Stopped.</p>}
      {!answering && outcome === 'failed' && (
        <p role="alert" className="text-sm text-danger">
          {problem ?? 'The answer broke off.'}{' '}
          {onRetry && (
            <button
              type="button"
              onClick={onRetry}
              className="rounded-xs font-medium underline underline-offset-2"
            >
              Try again
            </button>
          )}
        </p>
      )}
    </li>
  );
}
