import { expect, it } from 'vitest';
import { signUp } from './account.ts';

const ada = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' };

it('takes a name, an address and a password of eight characters or more', () => {
  expect(signUp.parse({ ...ada, name: ' Ada ' })).toEqual(ada);
});

it.each([
  ['a short password', { password: 'seven77' }],
  ['a password of 129 characters', { password: 'x'.repeat(129) }],
  ['no address', { email: 'ada' }],
  ['a name of two lines', { name: 'Ada\nLovelace' }],
  ['an empty name', { name: ' ' }],
])('refuses %s', (_fault, change) => {
  expect(signUp.safeParse({ ...ada, ...change }).success).toBe(false);
});
