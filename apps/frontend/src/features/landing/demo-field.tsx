'use client';

import type { NewTaskInput } from '@todo-chatbot/shared';
import { CornerDownLeft, Plus } from 'lucide-react';
import { useRef, useState, type SubmitEvent } from 'react';
import { useHydrated } from '@/components/use-hydrated';
import { useToday } from '@/features/tasks/data/use-today';
import { MarkedText } from './marked-text';
import { Understood } from './understood';
import { useReader } from './use-reader';
import { useTypedPlaceholder } from './use-typed-placeholder';

const letters = 'text-md sm:text-base whitespace-pre';

/** The field of the app: what it understands is marked while one types. */
export function DemoField({ onAdd }: { onAdd: (task: NewTaskInput) => void }) {
  const hydrated = useHydrated();
  const today = useToday();
  const read = useReader();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  useTypedPlaceholder(field);
  const { task, spans } = read(text);

  // The marks lie under the letters of the field, and follow it when it scrolls.
  const follow = () => marks.current?.scrollTo({ left: field.current?.scrollLeft ?? 0 });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!task.title) return;
    onAdd(task);
    setText('');
  };
  const suggest = (phrase: string) => {
    setText(phrase);
    field.current?.focus();
  };
  return (
    <form onSubmit={submit}>
      <div className="group flex h-12 items-center rounded-lg border border-hairline bg-surface shadow-lift transition-colors focus-within:border-primary focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-primary hover:border-edge focus-within:hover:border-primary">
        <span className="grid size-10 shrink-0 place-items-center text-primary">
          <Plus aria-hidden size={18} />
        </span>
        <div className="relative h-full min-w-0 flex-1">
          <div
            ref={marks}
            aria-hidden
            className={`pointer-events-none absolute inset-0 flex items-center overflow-hidden ${letters}`}
          >
            <span>
              <MarkedText text={text} spans={spans} />
            </span>
          </div>
          <input
            ref={field}
            id="new-task"
            aria-label="Add a task"
            placeholder="Try it: call Maya tomorrow at 9"
            value={text}
            maxLength={500}
            autoComplete="off"
            enterKeyHint="done"
            onChange={(event) => setText(event.target.value)}
            onScroll={follow}
            onSelect={follow}
            className={`relative size-full bg-transparent text-transparent caret-ink outline-none ${letters}`}
          />
        </div>
        <button
          type="submit"
          aria-label="Add"
          disabled={!hydrated}
          className="mx-1.5 flex h-9 items-center gap-1.5 rounded-sm bg-primary-soft px-2.5 text-sm font-medium text-primary-ink hover:bg-primary-soft-strong"
        >
          Add <CornerDownLeft aria-hidden size={14} />
        </button>
      </div>
      <Understood task={task} any={spans.length > 0} today={today} onSuggest={suggest} />
    </form>
  );
}
