import { assistantLimits } from '@todo-chatbot/shared';
import { ArrowUp, Square } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { hint } from '@/components/hint/hint';

interface Props {
  text: string;
  onText: (text: string) => void;
  answering: boolean;
  onSend: () => void;
  onStop: () => void;
}

const round =
  'grid size-9 shrink-0 place-items-center rounded-full bg-primary text-on-primary transition-colors hover:bg-primary-hover disabled:opacity-50 pointer-coarse:size-11';

/** Where one writes to the assistant. */
export function Composer({ text, onText, answering, onSend, onStop }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && answering) {
      event.stopPropagation();
      onStop();
    }
    // Whoever composes a letter ends that with the same key.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
      className="flex items-end gap-2 border-t border-hairline p-3"
    >
      <textarea
        ref={field}
        aria-label="Message to the assistant"
        rows={1}
        maxLength={assistantLimits.message}
        value={text}
        placeholder="Ask or say what to do"
        data-own-escape={answering ? '' : undefined}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-40 min-h-9 min-w-0 flex-1 resize-none rounded-lg border border-edge bg-surface px-3 py-2 pointer-coarse:min-h-11 pointer-coarse:text-md"
      />
      {answering ? (
        <button
          type="button"
          aria-label="Stop"
          {...hint('Stop')}
          onClick={onStop}
          className={round}
        >
          <Square aria-hidden size={14} fill="currentColor" />
        </button>
      ) : (
        <button type="submit" aria-label="Send" disabled={!text.trim()} className={round}>
          <ArrowUp aria-hidden size={18} />
        </button>
      )}
    </form>
  );
}
