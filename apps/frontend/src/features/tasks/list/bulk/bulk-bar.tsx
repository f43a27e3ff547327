'use client';

import type { Task } from '@todo-chatbot/shared';
import {
  CalendarDays,
  Check,
  Flag,
  Hash,
  RotateCcw,
  Trash2,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentProps } from 'react';
import { completeTasks, deleteTasks, restoreTasks } from '../../data/commands';
import { DueChoice } from './due-choice';
import { PriorityChoice } from './priority-choice';
import { TagChoice } from './tag-choice';
import type { Selection } from '../use-selection';

interface ActionProps extends ComponentProps<'button'> {
  Icon: LucideIcon;
  label: string;
}

/** A button of the bar: with its word where there is room. */
export function BulkAction({ Icon, label, className = '', ...props }: ActionProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...props}
      className={`inline-flex h-9 items-center gap-2 rounded-md px-2.5 font-medium whitespace-nowrap transition-colors hover:bg-hover disabled:opacity-50 data-[state=open]:bg-hover pointer-coarse:h-11 ${className}`}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      <span aria-hidden className="max-md:hidden">
        {label}
      </span>
    </button>
  );
}

interface Props {
  selection: Selection;
  today: string;
  /** In the trash there is nothing to do but to bring tasks back. */
  trash: boolean;
}

function Actions({ tasks, today, onDone }: { tasks: Task[]; today: string; onDone: () => void }) {
  const allDone = tasks.every(({ completed }) => completed);
  const none = tasks.length === 0;
  return (
    <>
      <BulkAction
        Icon={Check}
        label={allDone && !none ? 'Open again' : 'Complete'}
        disabled={none}
        onClick={() => {
          completeTasks(tasks, !allDone);
          onDone();
        }}
      />
      <DueChoice tasks={tasks} today={today} onDone={onDone}>
        <BulkAction Icon={CalendarDays} label="Due date" disabled={none} />
      </DueChoice>
      <PriorityChoice tasks={tasks} onDone={onDone}>
        <BulkAction Icon={Flag} label="Priority" disabled={none} />
      </PriorityChoice>
      <TagChoice tasks={tasks} onDone={onDone}>
        <BulkAction Icon={Hash} label="Tag" disabled={none} />
      </TagChoice>
      <BulkAction
        Icon={Trash2}
        label="Delete"
        disabled={none}
        className="text-danger"
        onClick={() => {
          deleteTasks(tasks);
          onDone();
        }}
      />
    </>
  );
}

/** What can be done with all selected tasks at once. */
export function BulkBar({ selection, today, trash }: Props) {
  const tasks = selection.chosen;
  return (
    <div
      role="toolbar"
      aria-label="Selected tasks"
      className="fixed inset-x-2 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-20 mx-auto flex w-fit max-w-[calc(100%-1rem)] animate-rise items-center gap-0.5 rounded-xl border border-hairline bg-raised p-1.5 shadow-float md:bottom-6 md:left-60"
    >
      <span role="status" className="px-2 font-medium whitespace-nowrap tabular-nums">
        {tasks.length}
        <span className="max-sm:sr-only"> selected</span>
      </span>
      {trash ? (
        <BulkAction
          Icon={RotateCcw}
          label="Restore"
          disabled={tasks.length === 0}
          onClick={() => {
            restoreTasks(tasks);
            selection.clear();
          }}
        />
      ) : (
        <Actions tasks={tasks} today={today} onDone={selection.clear} />
      )}
      <button
        type="button"
        aria-label="Clear the selection"
        title="Clear the selection (Esc)"
        onClick={selection.clear}
        className="grid size-9 shrink-0 place-items-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  );
}
