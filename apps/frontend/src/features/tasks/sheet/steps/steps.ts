import type { Subtask } from '@todo-chatbot/shared';

type Steps = readonly Subtask[];

/** The steps with one changed. */
export const changeStep = (steps: Steps, id: string, change: Partial<Subtask>): Subtask[] =>
  steps.map((step) => (step.id === id ? { ...step, ...change } : step));

/** The steps without one. */
export const withoutStep = (steps: Steps, id: string): Subtask[] =>
  steps.filter((step) => step.id !== id);

/** The steps with one at another place; the same when there is no such place. */
export function moveStep(steps: Steps, id: string, to: number): Subtask[] {
  const step = steps.find((one) => one.id === id);
  if (!step || to < 0 || to >= steps.length) return [...steps];
  const others = withoutStep(steps, id);
  return [...others.slice(0, to), step, ...others.slice(to)];
}

/** What somebody typed or pasted, one step a line. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]\s+)?(?:\[[ x]?\]\s*)?/i, '').trim())
    .filter(Boolean);
