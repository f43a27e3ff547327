import { expect, it } from 'vitest';
import { problem } from './problem.ts';

const stale = { type: 'about:blank', title: 'Conflict', status: 409, code: 'stale_version' };

it('is a problem only with a known code and an error status', () => {
  expect(problem.safeParse(stale).success).toBe(true);
  expect(problem.safeParse({ ...stale, code: 'whatever' }).success).toBe(false);
  expect(problem.safeParse({ ...stale, status: 200 }).success).toBe(false);
});
