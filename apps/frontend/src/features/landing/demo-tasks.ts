import type { NewTaskInput, Task } from '@todo-chatbot/shared';
import { addDays } from '@todo-chatbot/shared/dates';
import { blankTask } from '@/features/tasks/data/blank-task';

/** A task of the visitor's try-out list; it lives in this page only. */
export interface DemoTask {
  id: number;
  title: string;
  done: boolean;
  /** Days from the visitor's today, so that the examples do not age with the page. */
  dueIn?: number;
  given: Partial<Task>;
  /** What the visitor typed, understood; undefined for the examples. */
  own?: NewTaskInput;
}

export type DemoAction =
  | { type: 'add'; task: NewTaskInput }
  | { type: 'toggle'; id: number }
  | { type: 'remove'; id: number };

const example = (id: number, title: string, rest: Partial<DemoTask> = {}): DemoTask => ({
  id,
  title,
  done: false,
  given: {},
  ...rest,
});

/** What the list holds before the visitor types. */
export const examples: DemoTask[] = [
  example(1, 'Call Maya about Saturday', { dueIn: 0, given: { dueTime: '17:30' } }),
  example(2, 'Book the train to Lisbon', {
    dueIn: 1,
    given: { priority: 'high', tags: ['trip'] },
  }),
  example(3, 'Return the library books', {
    dueIn: 3,
    given: { recurrence: { every: 3, unit: 'week', from: 'due' } },
  }),
  example(4, 'Water the plants', { done: true }),
];

/** The task as the app would show it. */
export function shownTask({ id, title, done, dueIn, given }: DemoTask, today: string): Task {
  const dueDate = dueIn === undefined || !today ? null : addDays(today, dueIn);
  return blankTask({ id: String(id), title, completed: done, dueDate, ...given });
}

/** What was typed, as the app would show it. */
export function given({ recurrence, ...task }: NewTaskInput): Partial<Task> {
  return {
    ...(task as Partial<Task>),
    ...(recurrence && { recurrence: { from: 'due', ...recurrence } }),
  };
}

/** What one action makes of the list. */
export function changeDemo(tasks: DemoTask[], action: DemoAction): DemoTask[] {
  switch (action.type) {
    case 'add': {
      const id = Math.max(0, ...tasks.map((task) => task.id)) + 1;
      const { title } = action.task;
      return [{ id, title, done: false, given: given(action.task), own: action.task }, ...tasks];
    }
    case 'toggle':
      return tasks.map((task) => (task.id === action.id ? { ...task, done: !task.done } : task));
    case 'remove':
      return tasks.filter((task) => task.id !== action.id);
  }
}

/** What the visitor would want to keep, oldest first. */
export const worthKeeping = (tasks: DemoTask[]): NewTaskInput[] =>
  tasks.flatMap((task) => (task.own && !task.done ? [task.own] : [])).toReversed();
