'use client';

import { useHydrated } from '@/components/use-hydrated';
import { useCreateTask } from './data/use-create-task';
import type { ListStatus } from './data/task-cache';
import { QuickAdd } from '@/components/quick-add';
import { TaskList } from './list/task-list';

const today = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** The list of what is to do, or of what is done. */
export function TasksPage({ status }: { status: ListStatus }) {
  const create = useCreateTask();
  // The server does not know the visitor's day.
  const hydrated = useHydrated();
  return (
    <>
      <header className="mb-5 md:mb-6">
        <h1 className="text-xl font-semibold tracking-tight">
          {status === 'open' ? 'To do' : 'Done'}
        </h1>
        <p className="mt-0.5 text-muted">
          {status === 'done' ? 'What you have checked off' : hydrated ? today.format() : '\u00a0'}
        </p>
      </header>
      {status === 'open' && (
        <div className="mb-3">
          <QuickAdd onAdd={create} />
        </div>
      )}
      <TaskList status={status} />
    </>
  );
}
