'use client';

import type { Recurrence } from '@todo-chatbot/shared';
import { useState } from 'react';
import type { FieldProps } from '../field-props';
import { optionClass } from '../looks';
import { CustomRule } from './custom-rule';
import { presets, ruleWords, sameRule } from './presets';
import { repeatEdit } from './repeat-edit';

/** The usual rules at a click, and any other put together. */
export function RepeatPicker({
  task,
  today,
  onEdit,
  onClose,
}: FieldProps & { onClose: () => void }) {
  const day = task.dueDate ?? today;
  const usual = presets(day);
  const rule = task.recurrence;
  const unusual = rule !== null && !usual.some((one) => sameRule(one, rule));
  const [custom, setCustom] = useState(unusual);
  const choose = (next: Recurrence | null) => {
    onEdit(repeatEdit(task, next, today));
    onClose();
  };
  return (
    <>
      <button
        type="button"
        aria-pressed={rule === null}
        onClick={() => choose(null)}
        className={optionClass}
      >
        Does not repeat
      </button>
      {usual.map((one) => (
        <button
          key={ruleWords(one)}
          type="button"
          aria-pressed={sameRule(one, rule)}
          onClick={() => choose(one)}
          className={optionClass}
        >
          {ruleWords(one)}
        </button>
      ))}
      <button
        type="button"
        aria-expanded={custom}
        onClick={() => {
          setCustom(true);
          if (!rule) onEdit(repeatEdit(task, { every: 2, unit: 'day', from: 'due' }, today));
        }}
        className={optionClass}
      >
        {unusual && !custom ? ruleWords(rule) : 'Another rule…'}
      </button>
      {custom && rule && (
        <div className="mt-1 border-t border-hairline">
          <CustomRule
            rule={rule}
            day={day}
            onChange={(next) => onEdit(repeatEdit(task, next, today))}
          />
        </div>
      )}
    </>
  );
}
