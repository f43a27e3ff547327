import type { ToolInfo } from './tool-box.ts';

/** What was said before, for whoever answers. */
export interface Turn {
  from: 'person' | 'assistant';
  text: string;
}

/** What is to be answered. */
export interface Question {
  /** Oldest first; the last one is the person's. */
  turns: readonly Turn[];
  timeZone: string;
  now: Date;
}

/** The tools that may be used, and what using one brings: words for whoever answers. */
export interface Hands {
  tools: readonly ToolInfo[];
  use(name: string, input: unknown): Promise<unknown>;
}

/** A piece of an answer: words, or what the answer cost so far. */
export type Piece = { type: 'text'; text: string } | { type: 'tokens'; count: number };

/** Answers questions: a language model, or rules. */
export interface Answerer {
  /** As people know it. */
  name: string;
  builtIn: boolean;
  /**
   * Answers piece by piece; ends early when `signal` says so.
   * @throws {Unanswerable} when there is no answer to be had
   */
  answer(question: Question, hands: Hands, signal: AbortSignal): AsyncIterable<Piece>;
}

/** An answer that broke off or never came, and why, in words for a person. */
export class Unanswerable extends Error {
  override readonly name = 'Unanswerable';
}
