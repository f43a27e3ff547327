'use client';

import type { Task } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { Trash2 } from 'lucide-react';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { Check } from '@/components/check';
import { RowMeta } from './row-meta';
import { RowTitle } from './row-title';
import { SelectBox } from './select-box';
import { TrashActions } from './trash-actions';

/** What can be done with the rows of a list. */
export interface RowActions {
  toggle: (task: Task, completed: boolean) => void;
  open: (task: Task) => void;
  remove: (task: Task) => void;
  select: (task: Task, range: boolean) => void;
  edited: (task: Task) => void;
}

interface Props {
  task: Task;
  today: string;
  actions: RowActions;
  /** Other rows are selected, so this one shows whether it is. */
  selecting: boolean;
  selected: boolean;
  editing: boolean;
  /** On its way to another list. */
  leaving: boolean;
  /** What stands in the margin: the handle to drag it by. */
  handle?: ReactNode;
}

/** One line of a list. */
export const TaskRow = memo(function TaskRow(props: Props) {
  const { task, today, actions, selecting, selected, editing, leaving, handle } = props;
  const trashed = task.deletedAt !== null;
  const onClick = (event: MouseEvent) => {
    if (selecting || event.shiftKey || event.metaKey || event.ctrlKey) {
      actions.select(task, event.shiftKey);
    } else actions.open(task);
  };
  return (
    <div
      className={clsx(
        'group relative -mx-2 flex h-full items-center rounded-lg pr-1 pl-[9px] transition-opacity duration-200 after:pointer-events-none after:absolute after:right-2 after:bottom-0 after:left-[49px] after:h-px after:bg-hairline/70 pointer-coarse:after:left-[57px]',
        selected ? 'bg-primary-soft' : 'hover:bg-hover',
        leaving && 'opacity-0 delay-600',
      )}
    >
      {selecting ? (
        <SelectBox
          checked={selected}
          label={`Select “${task.title}”`}
          onChange={() => actions.select(task, false)}
        />
      ) : trashed ? (
        <span className="w-[11px] shrink-0" />
      ) : (
        <Check
          checked={task.completed}
          label={`Complete “${task.title}”`}
          onChange={(completed) => actions.toggle(task, completed)}
        />
      )}
      {editing ? (
        <RowTitle task={task} onDone={() => actions.edited(task)} />
      ) : (
        <button
          type="button"
          data-row
          aria-label={`Open “${task.title}”`}
          onClick={onClick}
          className="flex h-full min-w-0 flex-1 flex-col justify-center gap-0.5 rounded-sm pr-1 text-left -outline-offset-2 transition-[padding] pointer-fine:group-focus-within:pr-10 pointer-fine:group-hover:pr-10 sm:flex-row sm:items-center sm:justify-start sm:gap-3"
        >
          <span
            className={clsx(
              'max-w-full min-w-0 truncate text-md leading-5 transition-colors sm:flex-1 sm:text-base',
              task.completed && 'text-muted line-through decoration-edge',
            )}
          >
            {task.title}
          </span>
          <RowMeta task={task} today={today} />
        </button>
      )}
      {trashed ? (
        <TrashActions task={task} />
      ) : (
        <button
          type="button"
          title="Delete (Del)"
          aria-label={`Delete “${task.title}”`}
          onClick={() => actions.remove(task)}
          className="absolute right-1 grid size-8 place-items-center rounded-sm text-muted opacity-0 transition-opacity group-hover:opacity-100 hover:bg-danger-soft hover:text-danger focus-visible:opacity-100 pointer-coarse:hidden"
        >
          <Trash2 aria-hidden size={16} strokeWidth={1.75} />
        </button>
      )}
      {handle}
    </div>
  );
});
