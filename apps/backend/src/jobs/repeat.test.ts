import { expect, it } from 'vitest';
import { repeat } from './repeat.ts';

it('a job goes on after a failure, and ends when told to', async () => {
  const ending = new AbortController();
  const failures: unknown[] = [];
  let runs = 0;
  await repeat(
    {
      pause: 1,
      run: async () => {
        runs += 1;
        if (runs === 1) throw new Error('the first one');
        if (runs === 3) ending.abort();
      },
      onFailure: (error) => failures.push(error),
    },
    ending.signal,
  );
  expect(runs).toBe(3);
  expect(failures).toEqual([expect.objectContaining({ message: 'the first one' })]);
});

it('a job that is ended in its pause does not run again', async () => {
  const ending = new AbortController();
  const job = { pause: 3_600_000, run: async () => undefined, onFailure: () => undefined };
  const ended = repeat(job, ending.signal);
  ending.abort();
  await ended;
});
