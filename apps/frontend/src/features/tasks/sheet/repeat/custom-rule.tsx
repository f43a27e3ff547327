'use client';

import { recurrenceUnits, type Recurrence } from '@todo-chatbot/shared';
import { smallFieldClass } from '../looks';
import { withUnit } from './presets';
import { WeekdayToggles } from './weekday-toggles';

interface Props {
  rule: Recurrence;
  /** The day on which the task is due. */
  day: string;
  onChange: (rule: Recurrence) => void;
}

const line = 'flex min-h-8 items-center justify-between gap-3';

function Rhythm({ rule, day, onChange }: Props) {
  return (
    <div className={line}>
      Every
      <span className="flex gap-1.5">
        <input
          type="number"
          aria-label="How many"
          min={1}
          max={999}
          required
          defaultValue={rule.every}
          onChange={({ target }) =>
            target.validity.valid && onChange({ ...rule, every: target.valueAsNumber })
          }
          className={`${smallFieldClass} w-16 tabular-nums`}
        />
        <select
          aria-label="Unit"
          value={rule.unit}
          onChange={({ target }) =>
            onChange(withUnit(rule, target.value as Recurrence['unit'], day))
          }
          className={smallFieldClass}
        >
          {recurrenceUnits.map((unit) => (
            <option key={unit} value={unit}>
              {rule.every === 1 ? unit : `${unit}s`}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

function MonthDay({ rule, day, onChange }: Props) {
  const own = Number(day.slice(8));
  const days = [...new Set([rule.monthDay ?? own, own, -1])];
  return (
    <div className={line}>
      On
      <select
        aria-label="On"
        value={rule.monthDay ?? own}
        onChange={({ target }) => onChange({ ...rule, monthDay: Number(target.value) })}
        className={smallFieldClass}
      >
        {days.map((one) => (
          <option key={one} value={one}>
            {one === -1 ? 'the last day' : `day ${one}`}
          </option>
        ))}
      </select>
    </div>
  );
}

function endingOn(rule: Recurrence, day: string): Recurrence {
  const open = { ...rule };
  delete open.until;
  return day ? { ...open, until: day } : open;
}

/** A rule of one's own: how often, on which days, until when, and counted from what. */
export function CustomRule({ rule, day, onChange }: Props) {
  const props = { rule, day, onChange };
  return (
    <div role="group" aria-label="A rule of your own" className="grid gap-2 p-2.5">
      <Rhythm {...props} />
      {rule.unit === 'week' && (
        <WeekdayToggles
          value={rule.weekdays ?? []}
          onChange={(weekdays) => onChange({ ...rule, weekdays })}
        />
      )}
      {rule.unit === 'month' && <MonthDay {...props} />}
      <label className={line}>
        Until
        <input
          type="date"
          min={day}
          max="9999-12-31"
          defaultValue={rule.until ?? ''}
          onChange={({ target }) => {
            if (target.validity.valid) onChange(endingOn(rule, target.value));
          }}
          className={smallFieldClass}
        />
      </label>
      <div className={line}>
        Count from
        <select
          aria-label="Count from"
          value={rule.from}
          onChange={({ target }) => onChange({ ...rule, from: target.value as Recurrence['from'] })}
          className={smallFieldClass}
        >
          <option value="due">the due date</option>
          <option value="completion">completion</option>
        </select>
      </div>
    </div>
  );
}
