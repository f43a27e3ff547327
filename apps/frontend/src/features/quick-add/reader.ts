import type { NewTaskInput } from '@todo-chatbot/shared';
import { chipsOf, type Chip } from './chips';
import { ownZone } from './given';
import { parseQuickAdd } from '@todo-chatbot/shared/quick-add';

/** A text, what is switched off in it, and the person's own day. */
export interface Typed {
  text: string;
  plain: readonly string[];
  today: string;
}

/** A text understood: the task, and what made it, in words. */
export interface Reading {
  task: NewTaskInput;
  chips: Chip[];
}

// Only Americans, among those who write in English, put the month first.
const dateOrder = () => (navigator.language === 'en-US' ? 'month-first' : 'day-first');

/** Reads what is typed as a task, now and here. */
export function readTyped({ text, plain, today }: Typed): Reading {
  const context = { now: new Date(), timeZone: ownZone(), dateOrder: dateOrder(), plain } as const;
  const result = parseQuickAdd(text, context);
  return { task: result.task, chips: chipsOf(result, { typed: text, plain, today }) };
}
