'use client';

import type { Task } from '@todo-chatbot/shared';
import { Trash2, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '@/components/button';
import { Check } from '@/components/check';
import { changeTask, deleteTasks } from '../data/commands';
import { SaveState } from './save-state';
import { useTaskDraft } from './use-task-draft';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

interface Props {
  task: Task;
  onClose: () => void;
}

/** Everything about one task: a panel on the right, on a phone a sheet from below. */
export function TaskSheet({ task, onClose }: Props) {
  const draft = useTaskDraft(task);
  // Radix gives the focus back to a trigger only, and this sheet has as many as there are rows.
  const [before] = useState(() => document.activeElement);
  const close = () => {
    draft.save();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) close();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onCloseAutoFocus={() => before instanceof HTMLElement && before.focus()}
          className="fixed inset-x-0 bottom-0 z-40 flex h-[min(85dvh,640px)] animate-sheet-up flex-col rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] shadow-float outline-none md:inset-y-2 md:right-2 md:left-auto md:h-auto md:w-105 md:animate-sheet md:rounded-xl md:border md:border-hairline"
        >
          <Dialog.Title className="sr-only">Task “{task.title}”</Dialog.Title>
          <div className="flex items-center gap-2 px-2 pt-2">
            <Check
              checked={task.completed}
              label="Complete this task"
              onChange={(completed) => changeTask(task, { completed })}
            />
            <SaveState state={draft.state} />
            <Dialog.Close
              aria-label="Close"
              className="ml-auto grid size-10 place-items-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-12"
            >
              <X aria-hidden size={18} />
            </Dialog.Close>
          </div>
          <textarea
            aria-label="Title"
            value={draft.title}
            maxLength={500}
            rows={1}
            onChange={(event) =>
              draft.type({ title: event.target.value.replace(/\s*\n\s*/g, ' ') })
            }
            onBlur={draft.save}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.currentTarget.blur();
            }}
            className="mx-2 field-sizing-content max-h-40 shrink-0 resize-none rounded-lg bg-transparent px-2.5 py-1.5 text-lg font-semibold tracking-tight outline-transparent hover:bg-hover focus:bg-transparent focus:outline-1 focus:outline-primary"
          />
          <textarea
            aria-label="Notes"
            placeholder="Add notes"
            value={draft.notes}
            maxLength={10_000}
            onChange={(event) => draft.type({ notes: event.target.value })}
            onBlur={draft.save}
            className="mx-2 mt-1 min-h-24 flex-1 resize-none rounded-lg bg-transparent px-2.5 py-2 text-md leading-relaxed outline-transparent hover:bg-hover focus:bg-transparent focus:outline-1 focus:outline-primary sm:text-base"
          />
          <footer className="mt-2 flex items-center justify-between border-t border-hairline px-4.5 py-2.5">
            <span className="text-sm text-muted">
              Created {day.format(new Date(task.createdAt))}
            </span>
            <Button
              look="danger"
              onClick={() => {
                onClose();
                deleteTasks([task]);
              }}
            >
              <Trash2 aria-hidden size={16} strokeWidth={1.75} /> Delete
            </Button>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
