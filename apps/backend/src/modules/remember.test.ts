import { expect, it, vi } from 'vitest';
import { remember } from './remember.ts';

it('makes something of a text once', () => {
  const make = vi.fn((text: string) => text.length);
  const length = remember(make);
  expect([length('one'), length('one'), length('three')]).toEqual([3, 3, 5]);
  expect(make).toHaveBeenCalledTimes(2);
});

it('keeps no more than it is told to', () => {
  const make = vi.fn((text: string) => text.length);
  const length = remember(make, 2);
  for (const text of ['a', 'b', 'c', 'b', 'c']) length(text);
  expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
});

it('does not keep what comes to nothing', () => {
  const make = vi.fn(() => undefined);
  const nothing = remember(make);
  nothing('guess');
  nothing('guess');
  expect(make).toHaveBeenCalledTimes(2);
});
