import { useState } from 'react';
import type { Edit } from '../data/task-changes';
import type { ListedTask } from '../data/task-pages';
import { useChangeTask } from '../data/use-change-task';

type Text = Pick<Edit, 'title' | 'notes'>;

/** What a person typed that differs from the task; a title of nothing does not count. */
export function editOf(task: ListedTask, typed: Text): Text {
  const title = typed.title?.trim();
  return {
    ...(title && title !== task.title && { title }),
    ...(typed.notes !== undefined && typed.notes !== task.notes && { notes: typed.notes }),
  };
}

const forget = (typed: Text, saved: Text): Text =>
  Object.fromEntries(
    Object.entries(typed).filter(([key, now]) => {
      const then = saved[key as keyof Text];
      return then !== now && then !== now.trim();
    }),
  );

/** Title and notes while they are being typed, and what is known of their saving. */
export function useTaskDraft(task: ListedTask) {
  const [typed, setTyped] = useState<Text>({});
  const { mutate, isPending, isError, isSuccess, isPaused } = useChangeTask();

  const save = () => {
    const edit = editOf(task, typed);
    if (Object.keys(edit).length === 0) {
      setTyped({});
      return;
    }
    mutate({ id: task.id, edit }, { onSuccess: () => setTyped((now) => forget(now, { ...edit })) });
  };

  const state = isPaused
    ? ('waiting' as const)
    : isPending
      ? ('saving' as const)
      : isError
        ? ('failed' as const)
        : isSuccess
          ? ('saved' as const)
          : ('untouched' as const);

  return {
    title: typed.title ?? task.title,
    notes: typed.notes ?? task.notes,
    type: (text: Text) => setTyped((now) => ({ ...now, ...text })),
    save,
    state,
  };
}
