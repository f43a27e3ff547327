import type { Task } from '@todo-chatbot/shared';
import { generateKeyBetween } from 'fractional-indexing';

/** Where a task goes: after which other one, and the key of that place until the server says. */
export interface Spot {
  after: string | null;
  position: string;
}

function keyBetween(before: string | null, behind: string | null): string {
  try {
    return generateKeyBetween(before, behind);
  } catch {
    // Two tasks of the same microsecond share a place; the server will find one beside them.
    return `${before ?? ''}V`;
  }
}

/** The place that a task takes when it is moved to where another one stands. */
export function spotAt(tasks: readonly Task[], moved: string, index: number): Spot {
  const others = tasks.filter(({ id }) => id !== moved);
  const before = others[index - 1];
  const behind = others[index];
  return {
    after: before?.id ?? null,
    position: keyBetween(before?.position ?? null, behind?.position ?? null),
  };
}
