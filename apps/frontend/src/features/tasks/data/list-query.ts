import type { Task, TaskListQueryInput, TaskSort } from '@todo-chatbot/shared';

/** What a list asks for, page after page. */
export type ListQuery = Omit<TaskListQueryInput, 'cursor' | 'limit'>;

/** The key below which every list is kept. */
export const listsKey = ['tasks', 'list'] as const;

export const listKey = (query: ListQuery) => [...listsKey, query] as const;

/** How many tasks are read at once. */
const pageSize = 100;

/** Where a page of a list is: its first one, or the one that a cursor leads to. */
export function listPath(query: ListQuery, cursor: string | null = null): string {
  const params = new URLSearchParams({ limit: String(pageSize), ...(cursor && { cursor }) });
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) params.append(key, one);
  }
  return `/api/v1/tasks?${params}`;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const latestFirst = (a: string | null, b: string | null) => byText(b ?? '', a ?? '');

const weight = { high: 0, medium: 1, low: 2, none: 3 };
// Without a day comes last; on a day, without a time comes first.
const dueKey = (task: Task) => `${task.dueDate ?? '~'} ${task.dueTime ?? ''}`;
const byDue = (a: Task, b: Task) => byText(dueKey(a), dueKey(b));

const orders: Record<TaskSort, (a: Task, b: Task) => number> = {
  newest: (a, b) => latestFirst(a.createdAt, b.createdAt),
  manual: (a, b) => byText(a.position, b.position),
  due: byDue,
  priority: (a, b) => weight[a.priority] - weight[b.priority],
  title: (a, b) => byText(a.title.toLowerCase(), b.title.toLowerCase()),
  completed: (a, b) => latestFirst(a.completedAt, b.completedAt),
};

/** The order of a list, for tasks that are placed before the server was asked. */
export function orderOf({ sort = 'newest' }: ListQuery): (a: Task, b: Task) => number {
  const order = orders[sort];
  return (a, b) => order(a, b) || byText(a.position, b.position) || byText(a.id, b.id);
}

const inStatus = (task: Task, status: ListQuery['status'] = 'all') => {
  if (status === 'trash') return task.deletedAt !== null;
  if (task.deletedAt !== null) return false;
  return status === 'all' || task.completed === (status === 'done');
};

function isDue({ dueDate }: Task, { due, today = '', dueFrom, dueTo }: ListQuery): boolean {
  if (due === 'none') return dueDate === null;
  if (!due && !dueFrom && !dueTo) return true;
  if (dueDate === null || dueDate < (dueFrom ?? '') || dueDate > (dueTo ?? '~')) return false;
  return (
    !due || { overdue: dueDate < today, today: dueDate === today, upcoming: dueDate > today }[due]
  );
}

function holdsWords(task: Task, words: string): boolean {
  const steps = task.subtasks.map(({ title }) => title);
  const text = [task.title, task.notes, ...task.tags, ...steps].join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Whether a task belongs to a list, as the server would say. */
export function belongs(task: Task, query: ListQuery): boolean {
  return (
    inStatus(task, query.status) &&
    isDue(task, query) &&
    (!query.priority?.length || query.priority.includes(task.priority)) &&
    (query.tag ?? []).every((tag) => task.tags.includes(tag)) &&
    (!query.q || holdsWords(task, query.q))
  );
}
