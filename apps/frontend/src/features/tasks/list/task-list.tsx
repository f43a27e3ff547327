'use client';

import { useState } from 'react';
import { statusOf, type ListStatus } from '../data/task-cache';
import { useChangeTask } from '../data/use-change-task';
import { useDeleteTask } from '../data/use-delete-task';
import { useTasks } from '../data/use-tasks';
import { TaskSheet } from '../sheet/task-sheet';
import { EmptyList, FailedList, ListSkeleton } from './list-states';
import { MoreTasks } from './more-tasks';
import { moveWithArrows } from './move-with-arrows';
import { TaskRow } from './task-row';

/** One's tasks of a kind, in whatever state the list is. */
export function TaskList({ status }: { status: ListStatus }) {
  const { tasks, isPending, error, refetch, ...query } = useTasks(status);
  const change = useChangeTask();
  const remove = useDeleteTask();
  const [openKey, setOpenKey] = useState<string>();
  const open = tasks.find((task) => (task.key ?? task.id) === openKey);

  if (isPending) return <ListSkeleton />;
  if (error && tasks.length === 0) {
    return <FailedList error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      {tasks.length === 0 && <EmptyList status={status} />}
      <ul aria-label={status === 'open' ? 'To do' : 'Done'} onKeyDown={moveWithArrows}>
        {tasks.map((task) => (
          <TaskRow
            key={task.key ?? task.id}
            task={task}
            leaving={statusOf(task) !== status}
            onToggle={(completed) => change.mutate({ id: task.id, edit: { completed } })}
            onOpen={() => setOpenKey(task.key ?? task.id)}
            onDelete={() => remove(task)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <MoreTasks
          loading={query.isFetchingNextPage}
          onMore={() => void (query.isFetching || query.fetchNextPage())}
        />
      )}
      {open && <TaskSheet task={open} onDelete={remove} onClose={() => setOpenKey(undefined)} />}
    </>
  );
}
