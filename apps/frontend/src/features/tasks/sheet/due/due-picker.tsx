'use client';

import type { Task } from '@todo-chatbot/shared';
import { ownZone } from '@todo-chatbot/shared/dates';
import { Clock, X } from 'lucide-react';
import { hint } from '@/components/hint/hint';
import { lazy, Suspense } from 'react';
import type { Edit } from '../../data/edit';
import { dayWords } from '../../due-words';
import { optionClass, smallFieldClass } from '../looks';
import { Calendar } from './calendar';
import { dayEdit, quickDays, timeEdit } from './due-edits';

// The arithmetic of zones is heavy, and few tasks come from another zone.
const ZoneNote = lazy(() => import('./zone-note').then((module) => ({ default: module.ZoneNote })));

interface Props {
  task: Task;
  today: string;
  onEdit: (edit: Edit) => void;
  onClose: () => void;
}

function TimeLine({ task, today, onEdit }: Omit<Props, 'onClose'>) {
  return (
    <div className="flex items-center gap-2 px-2.5 py-1">
      <Clock aria-hidden size={15} strokeWidth={1.75} className="text-muted" />
      <label className="flex flex-1 items-center justify-between gap-3">
        Time
        <input
          type="time"
          // A new task or a time taken away begins with an empty field.
          key={task.dueTime ?? 'none'}
          defaultValue={task.dueTime ?? ''}
          onBlur={({ target: { value } }) =>
            value && value !== task.dueTime && onEdit(timeEdit(task, value, today))
          }
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          className={smallFieldClass}
        />
      </label>
      <button
        type="button"
        {...hint('Remove the time')}
        aria-label="Remove the time"
        disabled={!task.dueTime}
        onClick={() => onEdit(timeEdit(task, null, today))}
        className="grid size-8 place-items-center rounded-sm text-muted hover:bg-hover hover:text-ink disabled:opacity-40 pointer-coarse:size-11"
      >
        <X aria-hidden size={15} />
      </button>
    </div>
  );
}

/** The usual days at a click, all others on a calendar, and the time of day. */
export function DuePicker({ task, today, onEdit, onClose }: Props) {
  const choose = (day: string | null) => {
    onEdit(dayEdit(task, day));
    onClose();
  };
  const { dueDate, dueTime, timeZone } = task;
  return (
    <>
      <div className="mb-1 grid grid-cols-2 gap-x-1 border-b border-hairline pb-1.5">
        {quickDays(today).map(({ label, day }) => (
          <button
            key={label}
            type="button"
            title={dayWords(day, today)}
            aria-pressed={day === dueDate}
            onClick={() => choose(day)}
            className={optionClass}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={!dueDate}
          onClick={() => choose(null)}
          className={optionClass}
        >
          No date
        </button>
      </div>
      <Calendar selected={dueDate} today={today} onSelect={choose} />
      <div className="mt-1 border-t border-hairline pt-1">
        <TimeLine task={task} today={today} onEdit={onEdit} />
        {dueDate && dueTime && timeZone && timeZone !== ownZone() && (
          <Suspense>
            <ZoneNote
              day={dueDate}
              time={dueTime}
              zone={timeZone}
              today={today}
              onUseOwn={() => onEdit({ timeZone: ownZone() })}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}
