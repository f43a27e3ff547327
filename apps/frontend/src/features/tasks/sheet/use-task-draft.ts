import type { Task } from '@todo-chatbot/shared';
import { useEffect, useEffectEvent, useState } from 'react';
import { changeTask } from '../data/commands';
import type { Edit } from '../data/edit';
import { useSaveState } from '../data/use-save-state';

type Text = Pick<Edit, 'title' | 'notes'>;

/** How long a pause in typing is taken for the end of a thought, in milliseconds. */
const pause = 1_200;

/** What a person typed that differs from the task; a title of nothing does not count. */
export function editOf(task: Task, typed: Text): Text {
  const title = typed.title?.trim();
  return {
    ...(title && title !== task.title && { title }),
    ...(typed.notes !== undefined && typed.notes !== task.notes && { notes: typed.notes }),
  };
}

/** Title and notes while they are being typed, and what is known of their saving. */
export function useTaskDraft(task: Task) {
  const [typed, setTyped] = useState<Text>({});
  const state = useSaveState(task.id);
  const send = useEffectEvent(() => changeTask(task, editOf(task, typed)));
  useEffect(() => {
    const timer = setTimeout(() => send(), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const leave = () => send();
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, []);
  return {
    title: typed.title ?? task.title,
    notes: typed.notes ?? task.notes,
    type: (text: Text) => setTyped((now) => ({ ...now, ...text })),
    save: () => {
      changeTask(task, editOf(task, typed));
      setTyped({});
    },
    state,
  };
}

export type TextDraft = ReturnType<typeof useTaskDraft>;
