'use client';

import { CornerDownLeft, Plus } from 'lucide-react';
import type { KeyboardEvent, SubmitEvent } from 'react';
import { useHydrated } from '@/components/use-hydrated';
import { KeyCaps } from '../shortcuts/key-caps';
import { useToday } from '../tasks/data/use-today';
import { ChipList } from './chip-list';
import { fieldId } from './field-id';
import type { Given } from './given';
import { useQuickAdd } from './use-quick-add';

interface Props {
  given: Given;
  placeholder?: string;
  onAdded?: (id: string) => void;
}

/** The field in which tasks begin: type, see what is understood, Enter, type the next. */
export function QuickAddField({ given, placeholder = 'Add a task', onAdded }: Props) {
  const hydrated = useHydrated();
  const today = useToday();
  const { type, chips, wake, toggle, add } = useQuickAdd({ given, today, onAdded });
  // The field is asked, not the state: what is typed before the page answers counts too.
  const submit = (form: HTMLFormElement | null, open: boolean) => {
    if (!form) return;
    const text = String(new FormData(form).get('title'));
    form.reset();
    add(text, open);
  };
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit(event.currentTarget, false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The keys of the list work again.
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || !event.shiftKey) return;
    event.preventDefault();
    submit(event.currentTarget.form, true);
  };
  return (
    <form
      onSubmit={onSubmit}
      className="group rounded-lg border border-hairline bg-surface shadow-lift transition-colors has-[input:focus]:border-primary has-[input:focus]:outline-2 has-[input:focus]:-outline-offset-1 has-[input:focus]:outline-primary not-has-[input:focus]:hover:border-edge"
    >
      <div className="flex h-11 items-center pointer-coarse:h-12">
        <span className="grid size-10 shrink-0 place-items-center text-primary pointer-coarse:size-12">
          <Plus aria-hidden size={18} />
        </span>
        <input
          id={fieldId}
          aria-label="Add a task"
          aria-keyshortcuts="q"
          placeholder={placeholder}
          name="title"
          maxLength={500}
          autoComplete="off"
          enterKeyHint="done"
          onFocus={wake}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-md outline-none sm:text-base"
        />
        <KeyCaps
          keys="q"
          className="mr-3 hidden! text-muted group-focus-within:hidden! pointer-fine:sm:inline-flex!"
        />
        <button
          type="submit"
          aria-label="Add"
          title="Add (Enter), or add and open (Shift+Enter)"
          disabled={!hydrated}
          className="mr-1.5 hidden h-8 items-center gap-1.5 rounded-sm bg-primary-soft px-2.5 text-sm font-medium text-primary-ink group-focus-within:flex hover:bg-primary-soft-strong pointer-coarse:h-10"
        >
          Add <CornerDownLeft aria-hidden size={14} />
        </button>
      </div>
      <ChipList chips={chips} onToggle={toggle} />
    </form>
  );
}
