import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createPool } from './infra/database/database.ts';
import { createTestDatabase } from './testing/database.ts';
import { FakeResend } from './testing/fake-resend.ts';
import type { Fault } from './testing/fake-resend.ts';
import { until } from './testing/process.ts';
import { addPerson, addRemindedTasks } from './testing/reminders.ts';

const count = 500;
const kills = 8;

const resend = new FakeResend();
let pool: Pool;
let url: string;
const replicas: ChildProcess[] = [];

beforeAll(async () => {
  await resend.listen();
  url = await createTestDatabase(inject('postgres'));
  pool = createPool(url, () => undefined);
});
afterAll(async () => {
  for (const replica of replicas) replica.kill('SIGKILL');
  await pool.end();
  await resend.close();
});

/** The same numbers at every run. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

function start(place: number): void {
  const entry = join(import.meta.dirname, 'testing/reminder-replica.ts');
  replicas[place] = spawn(process.execPath, [entry, url, resend.baseUrl, resend.apiKey], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function kill(place: number): Promise<void> {
  const replica = replicas[place]!;
  const gone = once(replica, 'close');
  replica.kill('SIGKILL');
  await gone;
}

const faults: [number, Fault][] = [
  [0.08, { status: 500, name: 'internal_server_error' }],
  [0.16, 'accepts-and-breaks-off'],
  [0.2, 'accepts-and-hangs'],
  [0.21, { status: 429, name: 'rate_limit_exceeded', retryAfter: 1 }],
];

it('two replicas that are killed again and again deliver every due reminder once', async () => {
  const luck = dice(20_261_125);
  resend.misbehave = () => {
    const thrown = luck();
    return faults.find(([below]) => thrown < below)?.[1];
  };
  const ada = await addPerson(pool);
  await addRemindedTasks(pool, ada, count);
  await pool.query(`update reminder_changes set changed_at = now() - interval '1 day'`);

  start(0);
  start(1);
  const chance = dice(42);
  for (let killed = 1; killed <= kills; killed += 1) {
    const goal = (killed * count) / (kills + 2);
    await until(`${goal} are delivered`, async () => resend.delivered.length >= goal);
    const place = chance() < 0.5 ? 0 : 1;
    await kill(place);
    start(place);
  }
  const outcomes = async () =>
    (await pool.query<{ id: string; mail: string | null }>('select id, mail from reminders')).rows;
  const isSent = async () => {
    const rows = await outcomes();
    return rows.length === count && rows.every(({ mail }) => mail === 'sent');
  };
  await until('all are sent', isSent);

  const delivered = resend.delivered.map(({ key }) => key);
  expect(new Set(delivered).size).toBe(count);
  expect(delivered.toSorted()).toEqual((await outcomes()).map(({ id }) => id).toSorted());
  // No try had another body than the ones before it, however often its process died.
  const sent = new Set(resend.attempts.map(({ key, body }) => `${key} ${body}`));
  expect([sent.size, resend.attempts.length > count]).toEqual([count, true]);
  expect((await pool.query('select from reminder_mails')).rowCount).toBe(0);
});
