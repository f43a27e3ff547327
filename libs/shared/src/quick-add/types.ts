import type { NewTaskInput } from '../contracts/task.ts';

/** What a piece of the typed text decides about the task. */
export type SpanKind = 'date' | 'time' | 'recurrence' | 'priority' | 'tag';

/** A piece of the typed text that was understood; `end` is the index after its last character. */
export interface Span {
  kind: SpanKind;
  start: number;
  end: number;
  text: string;
}

/** What the parser has to know besides the text. */
export interface QuickAddContext {
  now: Date;
  /** The zone of the person's wall, such as `Europe/Berlin`. */
  timeZone: string;
  /** How 3/4 is read: as 3 April (the default) or as March 4th. */
  dateOrder?: 'day-first' | 'month-first';
  /** Texts of spans that the person took back: they stay in the title. */
  plain?: readonly string[];
}

/** What was typed, understood: the task, and which pieces of the text made it, in their order. */
export interface QuickAddResult {
  task: NewTaskInput;
  spans: Span[];
}
