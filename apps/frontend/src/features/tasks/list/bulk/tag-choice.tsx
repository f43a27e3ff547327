'use client';

import type { Task } from '@todo-chatbot/shared';
import { PopoverPanel } from '@/components/popover-panel';
import { Popover } from 'radix-ui';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { changeTasks } from '../../data/commands';
import { useTags } from '../../data/use-tags';
import { named, tagEdit } from './edits';

interface Props {
  tasks: readonly Task[];
  onDone: () => void;
  children: ReactNode;
}

const tidy = (name: string) => name.trim().replace(/^#/, '').normalize('NFC').toLowerCase();

/** One more tag for all selected tasks: one that exists, or a new one. */
export function TagChoice({ tasks, onDone, children }: Props) {
  const [open, setOpen] = useState(false);
  const tags = useTags();
  const add = (name: string) => {
    changeTasks(tasks, tagEdit(name), `Tagged ${named(tasks)} with #${name}`);
    setOpen(false);
    onDone();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = tidy(String(new FormData(event.currentTarget).get('tag')));
    if (name) add(name);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <PopoverPanel
        label="Tag"
        side="top"
        sideOffset={10}
        className="z-40 w-56 animate-rise rounded-lg border border-hairline bg-raised p-1 shadow-float"
      >
        <form onSubmit={submit} className="p-1">
          <input
            name="tag"
            aria-label="Tag"
            placeholder="Tag, then Enter"
            maxLength={41}
            pattern="#?[^\s#,]+"
            title="One word without # or commas"
            autoComplete="off"
            required
            className="h-9 w-full rounded-md border border-hairline bg-surface px-2.5 pointer-coarse:h-11 pointer-coarse:text-md"
          />
        </form>
        <div className="max-h-52 overflow-y-auto">
          {tags.map(({ name }) => (
            <button
              key={name}
              type="button"
              onClick={() => add(name)}
              className="flex h-9 w-full items-center truncate rounded-sm px-2.5 text-left transition-colors hover:bg-hover pointer-coarse:h-11"
            >
              #{name}
            </button>
          ))}
        </div>
      </PopoverPanel>
    </Popover.Root>
  );
}
