'use client';

import { CornerDownLeft, Plus } from 'lucide-react';
import { useEffect, useRef, type SubmitEvent } from 'react';
import { useHydrated } from '@/components/use-hydrated';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Lets the N key bring the cursor into a field, from anywhere but another field. */
function useFocusKey() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const plain = !event.metaKey && !event.ctrlKey && !event.altKey;
      const free = !isTyping(event.target) && !document.querySelector('[role=dialog]');
      if (event.key !== 'n' || !plain || !free) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return field;
}

interface Props {
  onAdd: (title: string) => void;
  placeholder?: string;
}

/** The field in which tasks begin: type, Enter, type the next. */
export function QuickAdd({ onAdd, placeholder = 'Add a task' }: Props) {
  const hydrated = useHydrated();
  const field = useFocusKey();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget).get('title')).trim();
    if (!title) return;
    event.currentTarget.reset();
    onAdd(title);
  };
  return (
    <form
      onSubmit={submit}
      className="group flex h-11 items-center rounded-lg border border-hairline bg-surface shadow-lift transition-colors focus-within:border-primary focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-primary hover:border-edge focus-within:hover:border-primary pointer-coarse:h-12"
    >
      <span className="grid size-10 shrink-0 place-items-center text-primary pointer-coarse:size-12">
        <Plus aria-hidden size={18} />
      </span>
      <input
        ref={field}
        id="new-task"
        name="title"
        aria-label="Add a task"
        aria-keyshortcuts="n"
        placeholder={placeholder}
        maxLength={500}
        autoComplete="off"
        enterKeyHint="done"
        className="h-full min-w-0 flex-1 bg-transparent text-md outline-none sm:text-base"
      />
      <kbd className="mr-3 hidden rounded-xs border border-hairline px-1.5 font-sans text-xs text-muted group-focus-within:hidden pointer-fine:sm:block">
        N
      </kbd>
      <button
        type="submit"
        aria-label="Add"
        disabled={!hydrated}
        className="mr-1.5 hidden h-8 items-center gap-1.5 rounded-sm bg-primary-soft px-2.5 text-sm font-medium text-primary-ink group-focus-within:flex hover:bg-primary-soft-strong"
      >
        Add <CornerDownLeft aria-hidden size={14} />
      </button>
    </form>
  );
}
