import { z } from 'zod';

const outcome = z.union([
  z.object({ done: z.literal(true) }).transform(() => 'done' as const),
  z.object({ waiting: z.string() }).transform(() => 'waiting' as const),
  z.object({ failed: z.string() }),
]);

/** Says what came of a change: one sentence when it was made, one when it waits, or why not. */
export function say(answer: unknown, done: string, waiting: string): string {
  const { data } = outcome.safeParse(answer);
  if (data === 'done') return done;
  if (data === 'waiting') return waiting;
  return data ? data.failed : 'That did not work. Try again in a moment.';
}
