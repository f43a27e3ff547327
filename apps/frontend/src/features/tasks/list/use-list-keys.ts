import type { Priority, Task } from '@todo-chatbot/shared';
import { addDays, daysBetween } from '@todo-chatbot/shared/dates';
import { useShortcut } from '@/features/shortcuts/use-shortcut';
import { changeTasks, completeTasks, deleteTasks } from '../data/commands';
import { openTask } from '../open-task';
import { useTargets } from '../targets';
import { dueEdit, named } from './bulk/edits';
import { focusedTask } from './use-row-focus';
import type { Selection } from './use-selection';

interface Ports {
  tasks: readonly Task[];
  today: string;
  selection: Selection;
  step: (by: 1 | -1) => void;
  edit: (task: Task) => void;
  /** Moves a task up or down in the manual order; missing in other orders. */
  move?: (task: Task, by: 1 | -1) => void;
}

/** The Monday after a day. */
const nextMonday = (day: string) => {
  // 2024-01-01 was a Monday.
  const weekday = ((daysBetween('2024-01-01', day) % 7) + 7) % 7;
  return addDays(day, 7 - weekday);
};

function useDueKeys(targets: () => Task[], today: string): void {
  const due = (day: string | null, words: string) => {
    const tasks = targets();
    changeTasks(tasks, dueEdit(day), `${named(tasks)} ${words}`);
    return tasks.length > 0;
  };
  useShortcut('dueToday', () => due(today, 'is due today'));
  useShortcut('dueTomorrow', () => due(addDays(today, 1), 'is due tomorrow'));
  useShortcut('dueNextWeek', () => due(nextMonday(today), 'is due next Monday'));
  useShortcut('dueNone', () => due(null, 'has no due date any more'));
}

function usePriorityKeys(targets: () => Task[]): void {
  const set = (priority: Priority) => {
    const tasks = targets();
    changeTasks(tasks, { priority }, `Changed the priority of ${named(tasks)}`);
    return tasks.length > 0;
  };
  useShortcut('priorityHigh', () => set('high'));
  useShortcut('priorityMedium', () => set('medium'));
  useShortcut('priorityLow', () => set('low'));
  useShortcut('priorityNone', () => set('none'));
}

/** What the keys do inside a list: to what is selected, else to the row with the focus. */
export function useListKeys({ tasks, today, selection, step, edit, move }: Ports): void {
  const current = () => tasks.find(({ id }) => id === focusedTask());
  const targets = () => {
    const one = current();
    return selection.chosen.length > 0 ? [...selection.chosen] : one ? [one] : [];
  };
  const withCurrent = (act: (task: Task) => void) => () => {
    const task = current();
    if (!task) return false;
    act(task);
    return true;
  };
  useShortcut('next', () => step(1));
  useShortcut('previous', () => step(-1));
  useShortcut('open', (event) => event.key !== 'Enter' && withCurrent(({ id }) => openTask(id))());
  useShortcut('editTitle', withCurrent(edit));
  useShortcut(
    'select',
    withCurrent((task) => selection.toggle(task, false)),
  );
  useShortcut('selectAll', selection.all);
  useShortcut('clearSelection', selection.clear, selection.on);
  useShortcut(
    'moveUp',
    withCurrent((task) => move?.(task, -1)),
    Boolean(move),
  );
  useShortcut(
    'moveDown',
    withCurrent((task) => move?.(task, 1)),
    Boolean(move),
  );
  useShortcut('complete', () => {
    const chosen = targets();
    if (chosen.length > 0) completeTasks(chosen, !chosen.every(({ completed }) => completed));
    return chosen.length > 0;
  });
  useShortcut('delete', () => {
    const chosen = targets();
    deleteTasks(chosen);
    selection.clear();
    return chosen.length > 0;
  });
  useTargets(targets);
  useDueKeys(targets, today);
  usePriorityKeys(targets);
}
