import type { Priority, Tag, Task } from '@todo-chatbot/shared';
import { addDays, ownZone, weekdayIndex } from '@todo-chatbot/shared/dates';
import {
  CalendarDays,
  CircleCheckBig,
  Flag,
  Hash,
  PanelRight,
  RotateCcw,
  Trash2,
} from 'lucide-react';
import { changeTasks, completeTasks, deleteTasks, restoreTasks } from '../tasks/data/commands';
import { dayWords } from '../tasks/due-words';
import { dueEdit, named, tagEdit } from '../tasks/list/bulk/edits';
import { openTask } from '../tasks/open-task';
import type { ShortcutId } from '../shortcuts/table';
import type { PaletteCommand } from './command';

interface Situation {
  tasks: readonly Task[];
  tags: readonly Tag[];
  today: string;
}

const priorities: Record<Priority, ShortcutId> = {
  high: 'priorityHigh',
  medium: 'priorityMedium',
  low: 'priorityLow',
  none: 'priorityNone',
};

function dueCommand(tasks: readonly Task[], today: string) {
  return (words: string, day: string | null, keys?: ShortcutId): PaletteCommand => ({
    words,
    also: 'date day',
    Icon: CalendarDays,
    ...(keys && { keys }),
    run: () => {
      const done = day ? `is due ${dayWords(day, today)}` : 'has no due date any more';
      const zone = (task: Task) => (day ? { timeZone: task.timeZone ?? ownZone() } : {});
      changeTasks(tasks, (task) => ({ ...dueEdit(day), ...zone(task) }), `${named(tasks)} ${done}`);
    },
  });
}

/** The day that the typed words name, as a command. */
export const typedDueCommand = ({ tasks, today }: Situation, day: string): PaletteCommand =>
  dueCommand(tasks, today)(`Due ${dayWords(day, today)}`, day);

function dueCommands({ tasks, today }: Situation): PaletteCommand[] {
  const due = dueCommand(tasks, today);
  return [
    due('Due today', today, 'dueToday'),
    due('Due tomorrow', addDays(today, 1), 'dueTomorrow'),
    due('Due next week', addDays(today, 7 - weekdayIndex(today)), 'dueNextWeek'),
    due('No due date', null, 'dueNone'),
  ];
}

const tagCommands = ({ tasks, tags }: Situation): PaletteCommand[] =>
  tags
    .filter(({ name }) => !tasks.every((task) => task.tags.includes(name)))
    .map(({ name }) => ({
      words: `Tag with #${name}`,
      also: name,
      Icon: Hash,
      onlyFound: true,
      run: () => changeTasks(tasks, tagEdit(name), `Tagged ${named(tasks)} with #${name}`),
    }));

const priorityCommands = ({ tasks }: Situation): PaletteCommand[] =>
  (Object.keys(priorities) as Priority[]).map((priority) => ({
    words:
      priority === 'none'
        ? 'No priority'
        : `${priority[0]?.toUpperCase()}${priority.slice(1)} priority`,
    Icon: Flag,
    keys: priorities[priority],
    run: () => changeTasks(tasks, { priority }, `Changed the priority of ${named(tasks)}`),
  }));

/** What can be done with the tasks that are meant. */
export function taskCommands(situation: Situation): PaletteCommand[] {
  const { tasks } = situation;
  const [first] = tasks;
  if (!first) return [];
  if (tasks.every(({ deletedAt }) => deletedAt)) {
    return [{ words: 'Restore', Icon: RotateCcw, run: () => restoreTasks(tasks) }];
  }
  const done = tasks.every(({ completed }) => completed);
  return [
    {
      words: done ? 'Open again' : 'Complete',
      also: 'done check',
      Icon: CircleCheckBig,
      keys: 'complete',
      run: () => completeTasks(tasks, !done),
    },
    ...(tasks.length === 1
      ? [
          {
            words: 'Open details',
            also: 'edit',
            Icon: PanelRight,
            keys: 'open' as const,
            run: () => openTask(first.id),
          },
        ]
      : []),
    ...dueCommands(situation),
    ...priorityCommands(situation),
    ...tagCommands(situation),
    {
      words: 'Delete',
      also: 'remove trash',
      Icon: Trash2,
      keys: 'delete',
      run: () => deleteTasks(tasks),
    },
  ];
}
