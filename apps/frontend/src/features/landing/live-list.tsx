'use client';

import clsx from 'clsx';
import { ArrowRight, X } from 'lucide-react';
import Link from 'next/link';
import { useReducer } from 'react';
import { Check } from '@/components/check';
import { useToday } from '@/features/tasks/data/use-today';
import { RowMeta } from '@/features/tasks/list/row-meta';
import { carry } from '@/lib/carried-tasks';
import { DemoField } from './demo-field';
import {
  changeDemo,
  examples,
  shownTask,
  worthKeeping,
  type DemoAction,
  type DemoTask,
} from './demo-tasks';

interface RowProps {
  task: DemoTask;
  today: string;
  act: (action: DemoAction) => void;
}

function DemoRow({ task, today, act }: RowProps) {
  return (
    <li className="group flex animate-rise items-center rounded-lg pl-px hover:bg-hover">
      <Check
        checked={task.done}
        label={`Complete “${task.title}”`}
        onChange={() => act({ type: 'toggle', id: task.id })}
      />
      <span className="flex min-w-0 flex-1 gap-x-3 max-sm:flex-col sm:items-center">
        <span
          className={clsx(
            'min-w-0 flex-1 truncate text-md transition-colors max-sm:flex-none sm:text-base',
            task.done && 'text-muted line-through decoration-edge',
          )}
        >
          {task.title}
        </span>
        <span className="flex max-sm:mb-1.5">
          <RowMeta task={shownTask(task, today)} today={today} />
        </span>
      </span>
      <button
        type="button"
        aria-label={`Remove “${task.title}”`}
        onClick={() => act({ type: 'remove', id: task.id })}
        className="mr-1 ml-1 grid size-8 shrink-0 place-items-center rounded-sm text-muted opacity-0 transition-opacity group-hover:opacity-100 hover:text-ink focus-visible:opacity-100 pointer-coarse:opacity-100"
      >
        <X aria-hidden size={16} />
      </button>
    </li>
  );
}

/** The product itself, to be tried at once; nothing leaves the page. */
export function LiveList() {
  const [tasks, act] = useReducer(changeDemo, examples);
  const today = useToday();
  const kept = worthKeeping(tasks);
  const done = tasks.filter((task) => task.done).length;
  return (
    <section
      aria-labelledby="try-it"
      className="animate-rise rounded-xl border border-hairline bg-surface p-4 shadow-float sm:p-5"
    >
      <div className="mb-3.5 flex items-baseline justify-between px-1">
        <h2 id="try-it" className="text-lg font-semibold tracking-tight">
          To do
        </h2>
        <span className="text-sm text-muted tabular-nums">
          {done} of {tasks.length} done
        </span>
      </div>
      <DemoField onAdd={(task) => act({ type: 'add', task })} />
      <ul
        className="mt-2 h-56 overflow-x-clip overflow-y-auto max-sm:h-64"
        aria-label="Your try-out list"
        tabIndex={-1}
      >
        {tasks.map((task) => (
          <DemoRow key={task.id} task={task} today={today} act={act} />
        ))}
      </ul>
      <p className="mt-3 flex min-h-9 items-center border-t border-hairline px-1 pt-3 text-sm text-muted">
        {kept.length === 0 ? (
          'No account needed to try. Nothing leaves this page.'
        ) : (
          <Link
            href="/signup"
            onClick={() => carry(kept)}
            className="inline-flex animate-fade items-center gap-1.5 rounded-xs font-medium text-primary-ink underline-offset-4 hover:underline"
          >
            Keep {kept.length === 1 ? 'this task' : `these ${kept.length} tasks`} in an account
            <ArrowRight aria-hidden size={14} />
          </Link>
        )}
      </p>
    </section>
  );
}
