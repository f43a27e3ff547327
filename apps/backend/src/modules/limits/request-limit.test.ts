import { expect, it } from 'vitest';
import { createRequestLimit } from './request-limit.ts';
import type { PermitStore } from './request-limit.ts';

const minute = 60_000;

/** A store in memory on a clock that tests move, as several processes would share it. */
function createStore() {
  let time = 0;
  let questions = 0;
  const counts = new Map<string, number>();
  const store: PermitStore = {
    count: async (key, permits) => {
      questions += 1;
      const window = `${key}@${Math.floor(time / minute)}`;
      const counted = (counts.get(window) ?? 0) + permits;
      counts.set(window, counted);
      return { counted, endsIn: minute - (time % minute) };
    },
  };
  return {
    limit: () => createRequestLimit(store, () => time),
    questions: () => questions,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

it('lets exactly so many through a minute, and asks the store for a fraction of them', async () => {
  const { limit, questions, pass } = createStore();
  const requests = limit();
  const granted = async () => {
    const permits = Array.from({ length: 300 }, () => requests.take('ada', 200));
    return (await Promise.all(permits)).filter((permit) => permit.granted).length;
  };
  expect(await granted()).toBe(200);
  expect(questions()).toBeLessThanOrEqual(21);
  expect(await requests.take('ada', 200)).toEqual({ granted: false, remaining: 0, endsIn: minute });
  pass(minute);
  expect(await granted()).toBe(200);
});

it('counts each key for itself', async () => {
  const requests = createStore().limit();
  expect((await requests.take('ada', 1)).granted).toBe(true);
  expect((await requests.take('ada', 1)).granted).toBe(false);
  expect((await requests.take('bob', 1)).granted).toBe(true);
});

it('counts down what is left', async () => {
  const requests = createStore().limit();
  const left: number[] = [];
  for (let n = 0; n < 45; n += 1) left.push((await requests.take('ada', 40)).remaining);
  expect(left.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, n) => 39 - n));
  expect(left.slice(40)).toEqual([0, 0, 0, 0, 0]);
});

it('processes share one limit, but for what one of them holds unused', async () => {
  const { limit } = createStore();
  const processes = [limit(), limit()];
  let granted = 0;
  for (let n = 0; n < 300; n += 1) {
    if ((await processes[n % 2]!.take('ada', 100)).granted) granted += 1;
  }
  expect(granted).toBeLessThanOrEqual(100);
  expect(granted).toBeGreaterThanOrEqual(95);
});
