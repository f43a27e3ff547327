import { expect, test } from 'vitest';
import { stalePods, type PodState } from './stale-pods.ts';

const nodeStart = new Date('2026-11-25T09:00:00Z');

const pod = (name: string, ready: boolean, startedAt?: string): PodState => ({
  metadata: { name },
  status: {
    conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    containerStatuses: [{ state: startedAt ? { running: { startedAt } } : {} }],
  },
});

test('a pod that is called ready for containers older than its node is stale', () => {
  const pods = [
    pod('as it was', true, '2026-11-25T08:00:00Z'),
    pod('running again', true, '2026-11-25T09:00:07Z'),
    pod('known to be away', false, '2026-11-25T08:00:00Z'),
    pod('finished', false),
  ];
  expect(stalePods(pods, nodeStart)).toEqual(['as it was']);
});

test('a pod of which nothing is known yet is not stale', () => {
  expect(stalePods([{ metadata: { name: 'new' }, status: {} }], nodeStart)).toEqual([]);
});
