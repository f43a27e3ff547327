import type { Task } from '@todo-chatbot/shared';
import type { Edit } from '../data/edit';
import type { ListQuery } from '../data/list-query';

/** A column of the board. */
export interface Column {
  id: 'todo' | 'doing' | 'done';
  title: string;
  /** What puts a task into this column. */
  edit: Edit;
  empty: string;
}

export const columns: readonly Column[] = [
  {
    id: 'todo',
    title: 'To do',
    edit: { stage: 'todo', completed: false },
    empty: 'Nothing waits.',
  },
  {
    id: 'doing',
    title: 'Doing',
    edit: { stage: 'doing', completed: false },
    empty: 'Drag here what you work on.',
  },
  { id: 'done', title: 'Done', edit: { completed: true }, empty: 'What you finish lands here.' },
];

/** One list for the first two columns, because a task may change its stage anywhere. */
export const openQuery: ListQuery = { status: 'open', sort: 'manual' };
export const doneQuery: ListQuery = { status: 'done', sort: 'completed' };

/** The column in which a task stands. */
export const columnOf = ({ completed, stage }: Task): Column['id'] => (completed ? 'done' : stage);

/** The tasks of each column, in its order. */
export function sortIntoColumns(
  open: readonly Task[],
  done: readonly Task[],
): Record<Column['id'], Task[]> {
  const all = new Map([...open, ...done].map((task) => [task.id, task]));
  const result: Record<Column['id'], Task[]> = { todo: [], doing: [], done: [] };
  for (const task of all.values()) result[columnOf(task)].push(task);
  return result;
}
