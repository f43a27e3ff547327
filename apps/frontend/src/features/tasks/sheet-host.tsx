'use client';

import { lazy, Suspense, useEffect } from 'react';
import { notify } from '@/components/toast/notices';
import { useTask } from './data/use-task';
import { closeTask, useOpenTaskId } from './open-task';

const TaskSheet = lazy(() =>
  import('./sheet/task-sheet').then((module) => ({ default: module.TaskSheet })),
);

function OpenTask({ id }: { id: string }) {
  const { task } = useTask(id);
  useEffect(() => {
    if (task !== null) return;
    notify({ title: 'This task does not exist any more.', danger: true });
    closeTask();
  }, [task]);
  return (
    task && (
      <Suspense>
        <TaskSheet key={id} task={task} onClose={closeTask} />
      </Suspense>
    )
  );
}

/** Where the details of a task appear, on every page of the app. */
export function SheetHost() {
  const id = useOpenTaskId();
  return id && <OpenTask key={id} id={id} />;
}
