'use client';

import type { Task } from '@todo-chatbot/shared';
import { changeTask } from '../data/commands';

interface Props {
  task: Task;
  onDone: () => void;
}

/** The title of a row while it is being changed in its place. */
export function RowTitle({ task, onDone }: Props) {
  const save = (text: string) => {
    if (text.trim()) changeTask(task, { title: text.trim() });
    onDone();
  };
  return (
    <input
      autoFocus
      aria-label="Title"
      defaultValue={task.title}
      maxLength={500}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => save(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') event.currentTarget.value = task.title;
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      className="mr-2 h-8 min-w-0 flex-1 rounded-sm bg-surface px-2 -ml-2 text-md outline-2 outline-primary sm:text-base"
    />
  );
}
