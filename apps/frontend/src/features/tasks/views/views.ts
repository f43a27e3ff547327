import type { NewTaskInput, Task, TaskSort } from '@todo-chatbot/shared';
import type { ListQuery } from '../data/list-query';
import { dayHeading } from '../due-words';

/** A part of a list with a heading of its own. */
export interface Group {
  key: string;
  title: string;
  danger?: boolean;
}

/** A page of the app that shows tasks as a list. */
export interface View {
  kind: 'today' | 'upcoming' | 'open' | 'done' | 'trash' | 'tag' | 'search';
  title: string;
  /** What stands below the title; the date when it is missing. */
  lead?: string;
  query: (today: string) => ListQuery;
  /** The orders to choose from, the view's own first. */
  sorts: readonly [TaskSort, ...TaskSort[]];
  /** What a task that is added here begins with; views without it add none. */
  adds?: (today: string) => Omit<NewTaskInput, 'title' | 'id'>;
  /** Under which heading a task stands, in the view's own order. */
  group?: (task: Task, today: string) => Group;
}

const openSorts = ['manual', 'due', 'priority', 'newest', 'title'] as const;
const dueSorts = ['due', 'priority', 'newest', 'title'] as const;

export const todayView: View = {
  kind: 'today',
  title: 'Today',
  // One list: what is overdue is also to be done today.
  query: (today) => ({ status: 'open', dueTo: today }),
  sorts: dueSorts,
  adds: (today) => ({ dueDate: today }),
  group: ({ dueDate }, today) =>
    dueDate !== null && dueDate < today
      ? { key: 'overdue', title: 'Overdue', danger: true }
      : { key: 'today', title: 'Today' },
};

export const upcomingView: View = {
  kind: 'upcoming',
  title: 'Upcoming',
  lead: 'What comes after today',
  query: (today) => ({ status: 'open', due: 'upcoming', today }),
  sorts: dueSorts,
  group: ({ dueDate }, today) => ({
    key: dueDate ?? '',
    title: dueDate ? dayHeading(dueDate, today) : '',
  }),
};

export const openView: View = {
  kind: 'open',
  title: 'To do',
  query: () => ({ status: 'open' }),
  sorts: openSorts,
  adds: () => ({}),
};

export const doneView: View = {
  kind: 'done',
  title: 'Done',
  lead: 'What you have checked off',
  query: () => ({ status: 'done' }),
  sorts: ['completed', 'due', 'priority', 'title'],
};

export const trashView: View = {
  kind: 'trash',
  title: 'Trash',
  lead: 'Kept for 30 days, then gone',
  query: () => ({ status: 'trash' }),
  sorts: ['newest', 'title'],
};

export const searchView: View = {
  kind: 'search',
  title: 'Search',
  lead: 'In titles, notes, tags and steps',
  query: () => ({ status: 'all' }),
  sorts: ['newest', 'due', 'priority', 'title'],
};

/** The tasks that carry a tag. */
export const tagView = (name: string): View => ({
  kind: 'tag',
  title: `#${name}`,
  lead: 'Everything with this tag',
  query: () => ({ status: 'open', tag: [name] }),
  sorts: openSorts,
  adds: () => ({ tags: [name] }),
});
