/** A task of the visitor's try-out list; it lives in this page only. */
export interface DemoTask {
  id: number;
  title: string;
  done: boolean;
  /** Typed by the visitor, not one of the examples. */
  own: boolean;
}

export type DemoAction =
  { type: 'add'; title: string } | { type: 'toggle'; id: number } | { type: 'remove'; id: number };

const example = (id: number, title: string, done = false): DemoTask => ({
  id,
  title,
  done,
  own: false,
});

/** What the list holds before the visitor types. */
export const examples: DemoTask[] = [
  example(1, 'Call Maya about Saturday'),
  example(2, 'Book the train to Lisbon'),
  example(3, 'Return the library books'),
  example(4, 'Water the plants', true),
];

/** What one action makes of the list. */
export function changeDemo(tasks: DemoTask[], action: DemoAction): DemoTask[] {
  switch (action.type) {
    case 'add': {
      const id = Math.max(0, ...tasks.map((task) => task.id)) + 1;
      return [{ id, title: action.title, done: false, own: true }, ...tasks];
    }
    case 'toggle':
      return tasks.map((task) => (task.id === action.id ? { ...task, done: !task.done } : task));
    case 'remove':
      return tasks.filter((task) => task.id !== action.id);
  }
}

/** What the visitor would want to keep, oldest first. */
export const worthKeeping = (tasks: DemoTask[]) =>
  tasks
    .filter((task) => task.own && !task.done)
    .map((task) => task.title)
    .reverse();
