'use client';

import type { Task } from '@todo-chatbot/shared';
import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { Check } from '@/components/check';
import { hint } from '@/components/hint/hint';
import { useFocusBack } from '@/components/focus-back';
import { isShortcut } from '@/features/shortcuts/keyboard';
import { changeTask } from '../data/commands';
import type { Edit } from '../data/edit';
import { useToday } from '../data/use-today';
import { useTargets } from '../targets';
import { SaveState } from './save-state';
import { SheetFooter } from './sheet-footer';
import { StepsField } from './steps/steps-field';
import { TaskFields } from './task-fields';
import { NotesField, TitleField } from './text-fields';
import { useTaskDraft } from './use-task-draft';

interface Props {
  task: Task;
  onClose: () => void;
}

/** A list of suggestions closes before the sheet does. */
const ownsEscape = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.dataset.ownEscape !== undefined;

/** Everything about one task: a panel on the right, on a phone a sheet from below. */
export function TaskSheet({ task, onClose }: Props) {
  const draft = useTaskDraft(task);
  const today = useToday();
  useTargets(() => [task]);
  const focusBack = useFocusBack();
  const edit = (change: Edit) => changeTask(task, change);
  const inTrash = task.deletedAt !== null;
  const close = () => {
    // A field saves when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onClose();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          onKeyDown={(event) => isShortcut(event, 'closeTask') && close()}
          onEscapeKeyDown={(event) => ownsEscape(event.target) && event.preventDefault()}
          onCloseAutoFocus={focusBack}
          className="fixed inset-x-0 bottom-0 z-40 flex h-[min(88dvh,760px)] animate-sheet-up flex-col rounded-t-xl bg-raised pb-[env(safe-area-inset-bottom)] shadow-float outline-none md:inset-y-2 md:right-2 md:left-auto md:h-auto md:w-116 md:animate-sheet md:rounded-xl md:border md:border-hairline"
        >
          <Dialog.Title className="sr-only">Task “{task.title}”</Dialog.Title>
          <div className="flex items-center gap-2 px-2 pt-2">
            <Check
              checked={task.completed}
              disabled={inTrash}
              label="Complete this task"
              onChange={(completed) => edit({ completed })}
            />
            <SaveState state={draft.state} />
            <Dialog.Close
              {...hint('Save and close', { keys: 'closeTask' })}
              aria-label="Close"
              className="ml-auto grid size-10 place-items-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-12"
            >
              <X aria-hidden size={18} />
            </Dialog.Close>
          </div>
          <fieldset
            disabled={inTrash}
            className="flex min-h-0 flex-1 flex-col overflow-y-auto pb-4"
          >
            <TitleField draft={draft} />
            <NotesField draft={draft} />
            <TaskFields task={task} today={today} onEdit={edit} />
            <StepsField task={task} disabled={inTrash} onEdit={edit} />
          </fieldset>
          <SheetFooter task={task} onClose={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
