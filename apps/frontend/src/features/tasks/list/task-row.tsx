'use client';

import clsx from 'clsx';
import { AlignLeft, Trash2 } from 'lucide-react';
import { Check } from '@/components/check';
import type { ListedTask } from '../data/task-pages';

interface Props {
  task: ListedTask;
  /** On its way to the other list. */
  leaving: boolean;
  onToggle: (completed: boolean) => void;
  onOpen: () => void;
  onDelete: () => void;
}

/** One line of a list. */
export function TaskRow({ task, leaving, onToggle, onOpen, onDelete }: Props) {
  return (
    <li
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)] animate-rise transition-all duration-200',
        leaving ? 'grid-rows-[0fr] opacity-0 delay-600' : 'grid-rows-[1fr]',
      )}
    >
      <div className="group relative -mx-2 flex min-h-0 items-center overflow-clip rounded-lg pr-1 pl-[9px] [overflow-clip-margin:4px] after:pointer-events-none after:absolute after:right-2 after:bottom-0 after:left-[49px] after:h-px after:bg-hairline/70 hover:bg-hover pointer-coarse:after:left-[57px] [li:last-child>&]:after:hidden">
        <Check checked={task.completed} label={`Complete “${task.title}”`} onChange={onToggle} />
        <button
          type="button"
          data-row
          aria-label={`Open “${task.title}”`}
          onClick={onOpen}
          className="flex min-h-10 min-w-0 flex-1 items-center gap-2 rounded-sm pr-2 text-left -outline-offset-2 pointer-coarse:min-h-12"
        >
          <span
            className={clsx(
              'truncate text-md transition-colors sm:text-base',
              task.completed && 'text-muted line-through decoration-edge',
            )}
          >
            {task.title}
          </span>
          {task.notes && (
            <span title="Has notes" className="shrink-0 text-muted">
              <AlignLeft aria-hidden size={14} />
              <span className="sr-only">Has notes</span>
            </span>
          )}
        </button>
        <button
          type="button"
          title="Delete"
          aria-label={`Delete “${task.title}”`}
          onClick={onDelete}
          className="mr-1 grid size-8 shrink-0 place-items-center rounded-sm text-muted opacity-0 transition-opacity group-hover:opacity-100 hover:bg-danger-soft hover:text-danger focus-visible:opacity-100 pointer-coarse:hidden"
        >
          <Trash2 aria-hidden size={16} strokeWidth={1.75} />
        </button>
      </div>
    </li>
  );
}
