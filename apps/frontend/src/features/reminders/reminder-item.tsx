import type { Reminder } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { openTask } from '@/features/tasks/open-task';
import { useToday } from '@/features/tasks/data/use-today';
import { useAnswers } from './data/use-answers';
import { inAnHour, momentWords, reminderNote, tomorrow } from './words';

interface Props {
  reminder: Reminder;
  /** Whether it was unread when the list was opened. */
  fresh: boolean;
  onLeave: () => void;
}

const action =
  'rounded-sm px-2 py-1 text-sm font-medium text-primary-ink transition-colors hover:bg-primary-soft pointer-coarse:py-2.5';

/** A reminder in the list, with what can be answered to it. */
export function ReminderItem({ reminder, fresh, onLeave }: Props) {
  const { task, toldAt, current } = reminder;
  const { complete, snooze } = useAnswers();
  const open = () => {
    onLeave();
    openTask(task.id);
  };
  return (
    <li className="px-4 py-3">
      <div className="flex items-baseline gap-2">
        {fresh && (
          <span role="img" aria-label="New" className="size-2 shrink-0 rounded-full bg-primary" />
        )}
        <button
          type="button"
          dir="auto"
          onClick={open}
          className={clsx(
            'min-w-0 flex-1 rounded-xs text-start wrap-anywhere underline-offset-4 hover:underline',
            fresh && 'font-medium',
          )}
        >
          {task.title}
        </button>
        <time dateTime={toldAt} className="text-xs whitespace-nowrap text-muted tabular-nums">
          {momentWords(new Date(toldAt))}
        </time>
      </div>
      <p className="mt-0.5 text-sm text-muted">{reminderNote(reminder, useToday())}</p>
      {current && (
        <div className="mt-1 -ml-2 flex flex-wrap">
          <button type="button" className={action} onClick={() => void complete(reminder)}>
            Done
          </button>
          <button
            type="button"
            className={action}
            onClick={() => void snooze(reminder, inAnHour())}
          >
            In an hour
          </button>
          <button
            type="button"
            className={action}
            onClick={() => void snooze(reminder, tomorrow())}
          >
            Tomorrow
          </button>
        </div>
      )}
    </li>
  );
}
