import { expect, test } from 'vitest';
import { changedInputs, decide, isPending, lastGood } from './decision.ts';
import type { Revision } from './history.ts';

const inputs = { chart: 'c1', backend: 'b1', frontend: 'f1' };
const calm = { broken: [], unready: [] };

function revision(number: number, changes: Partial<Revision> = {}): Revision {
  return { revision: number, status: 'deployed', inputs, complete: true, ...changes };
}

test('without a history it is the first release', () => {
  expect(decide(inputs, [], calm)).toEqual({ action: 'install', reason: 'first release' });
});

test('the same inputs on what runs as deployed need nothing', () => {
  expect(decide(inputs, [revision(3)], calm)).toEqual({
    action: 'none',
    reason: 'nothing changed',
  });
});

test('a changed input makes a revision and is named', () => {
  const wanted = { ...inputs, frontend: 'f2' };
  expect(decide(wanted, [revision(3)], calm)).toEqual({
    action: 'upgrade',
    reason: 'frontend changed',
  });
});

test('only the newest revision counts: a branch switched back is a change again', () => {
  const history = [revision(3), revision(4, { inputs: { ...inputs, backend: 'b2' } })];
  expect(decide(inputs, history, calm).action).toBe('upgrade');
});

test('the same inputs after a failed revision are deployed again', () => {
  const failed = revision(3, { status: 'failed' });
  expect(decide(inputs, [failed], calm)).toEqual({
    action: 'upgrade',
    reason: 'revision 3 is failed',
  });
});

test('what was deleted by hand is brought back', () => {
  const drift = { broken: ['Service backend-service is missing'], unready: ['Deployment backend'] };
  expect(decide(inputs, [revision(3)], drift)).toEqual({
    action: 'upgrade',
    reason: 'Service backend-service is missing',
  });
});

test('pods that are only not ready are waited for without a new revision', () => {
  const drift = { broken: [], unready: ['a', 'b', 'c'] };
  expect(decide(inputs, [revision(3)], drift)).toEqual({ action: 'wait', reason: 'a, and 2 more' });
});

test('a revision that nobody saw ready, as a killed deploy leaves it, is watched to its end', () => {
  expect(decide(inputs, [revision(3, { complete: false })], calm)).toEqual({
    action: 'wait',
    reason: 'revision 3 was not seen ready yet',
  });
});

test('over what was made by hand the wanted is deployed', () => {
  expect(decide(inputs, [revision(3, { inputs: {} })], calm)).toEqual({
    action: 'upgrade',
    reason: 'revision 3 was made by hand',
  });
});

test('inputs that come and go are named', () => {
  expect(changedInputs({ a: '1', b: '1' }, { b: '2', c: '1' })).toEqual([
    'a is gone',
    'b changed',
    'c is new',
  ]);
});

test.each(['pending-install', 'pending-upgrade', 'pending-rollback', 'uninstalling'])(
  '%s is what a killed deploy leaves',
  (status) => expect(isPending(revision(1, { status }))).toBe(true),
);

test('deployed, failed and nothing at all are not pending', () => {
  expect(isPending(undefined)).toBe(false);
  expect(isPending(revision(1, { status: 'deployed' }))).toBe(false);
  expect(isPending(revision(1, { status: 'failed' }))).toBe(false);
});

test('the newest complete revision is the one to go back to', () => {
  const history = [revision(1), revision(2), revision(3, { complete: false })];
  expect(lastGood(history)?.revision).toBe(2);
  expect(lastGood([revision(1, { complete: false })])).toBeUndefined();
});
