import type { NewTaskInput, Priority } from '@todo-chatbot/shared';
import { dayWords } from '../tasks/due-words';
import { ruleWords } from '../tasks/sheet/repeat/presets';
import type { QuickAddResult, Span, SpanKind } from '@todo-chatbot/shared/quick-add';

/** Something that was understood, as it is shown below the field. */
export interface Chip {
  /** The piece of text it comes from; a chip of the view has none. */
  text: string;
  kind: SpanKind | 'view';
  words: string;
  /** Switched off: the text stays text. */
  off: boolean;
}

const priorityWords: Record<Priority, string> = {
  high: 'High priority',
  medium: 'Medium priority',
  low: 'Low priority',
  none: 'No priority',
};

function wordsOf({ kind, text }: Span, task: NewTaskInput, today: string): string {
  const { dueDate, dueTime, priority = 'none', recurrence } = task;
  if (kind === 'date' && dueDate) return dayWords(dueDate, today);
  if (kind === 'time' && dueTime) return dueTime;
  if (kind === 'priority') return priorityWords[priority];
  if (kind !== 'recurrence' || !recurrence || !dueDate) return text.trim();
  return `${ruleWords({ from: 'due', ...recurrence })}, first ${dayWords(dueDate, today)}`;
}

/** The chips of what is typed, in the order of the text; those switched off come last. */
export function chipsOf(
  { task, spans }: QuickAddResult,
  { typed, plain, today }: { typed: string; plain: readonly string[]; today: string },
): Chip[] {
  const on = spans.map((span) => ({
    text: span.text,
    kind: span.kind,
    words: wordsOf(span, task, today),
    off: false,
  }));
  const off = plain
    .filter((text) => typed.includes(text))
    .map((text) => ({ text, kind: 'date' as const, words: text.trim(), off: true }));
  return [...on, ...off];
}
