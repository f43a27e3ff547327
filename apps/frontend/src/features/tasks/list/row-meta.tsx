import type { Priority, Task } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { AlignLeft, CalendarDays, Flag, ListChecks, Repeat } from 'lucide-react';
import { dueTone, dueWords } from '../due-words';
import { recurrenceWords } from '../recurrence-words';

const tones = { overdue: 'text-danger', today: 'text-warning', later: 'text-muted' };

/** When a task is due: amber today, red when that has passed. */
export function DueChip({ task, today }: { task: Task; today: string }) {
  const tone = dueTone(task, today);
  return (
    <span className={clsx('inline-flex items-center gap-1 whitespace-nowrap', tones[tone])}>
      <CalendarDays aria-hidden size={13} strokeWidth={1.75} />
      <span className="sr-only">{tone === 'overdue' ? 'Overdue since ' : 'Due '}</span>
      {dueWords(task, today)}
      {task.recurrence && (
        <span title={`Repeats ${recurrenceWords(task.recurrence)}`}>
          <Repeat aria-hidden size={12} strokeWidth={2} />
          <span className="sr-only">Repeats {recurrenceWords(task.recurrence)}</span>
        </span>
      )}
    </span>
  );
}

export const priorityLooks: Record<Priority, { label: string; color: string }> = {
  high: { label: 'High', color: 'text-danger' },
  medium: { label: 'Medium', color: 'text-warning' },
  low: { label: 'Low', color: 'text-primary-ink' },
  none: { label: 'None', color: 'text-muted' },
};

/** The flag of a priority. */
export function PriorityFlag({ priority }: { priority: Priority }) {
  const { label, color } = priorityLooks[priority];
  return (
    <span title={`${label} priority`} className={color}>
      <Flag
        aria-hidden
        size={13}
        strokeWidth={2}
        className={priority === 'high' ? 'fill-current' : ''}
      />
      <span className="sr-only">{label} priority</span>
    </span>
  );
}

function Tags({ names }: { names: readonly string[] }) {
  const rest = names.length - 2;
  return (
    <span className="flex min-w-0 gap-1.5 overflow-hidden">
      {names.slice(0, 2).map((name) => (
        <span key={name} className="max-w-28 truncate">
          #{name}
        </span>
      ))}
      {rest > 0 && <span title={names.slice(2).join(', ')}>+{rest}</span>}
    </span>
  );
}

/** What there is to know about a task besides its title. */
export function RowMeta({ task, today }: { task: Task; today: string }) {
  const { subtasks, notes, tags, priority, dueDate } = task;
  const done = subtasks.filter((step) => step.done).length;
  return (
    <span className="flex min-w-0 shrink-0 items-center gap-2.5 text-xs text-muted tabular-nums max-sm:flex-row-reverse max-sm:justify-end max-sm:shrink">
      {tags.length > 0 && <Tags names={tags} />}
      {notes && (
        <span title="Has notes">
          <AlignLeft aria-hidden size={13} />
          <span className="sr-only">Has notes</span>
        </span>
      )}
      {subtasks.length > 0 && (
        <span
          title={`${done} of ${subtasks.length} steps done`}
          className="flex items-center gap-1"
        >
          <ListChecks aria-hidden size={13} strokeWidth={1.75} />
          <span aria-hidden>
            {done}/{subtasks.length}
          </span>
          <span className="sr-only">
            {done} of {subtasks.length} steps done
          </span>
        </span>
      )}
      {priority !== 'none' && <PriorityFlag priority={priority} />}
      {dueDate && today && <DueChip task={task} today={today} />}
    </span>
  );
}
