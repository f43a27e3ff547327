import { Client } from 'pg';
import { FakeResend } from '../src/testing/fake-resend.ts';
import { until } from '../src/testing/process.ts';
import { dueIn } from '../src/testing/reminders.ts';
import { startBackend } from './backend.ts';
import type { Backend } from './backend.ts';
import { memoryLimit } from './memory-limit.ts';

const amount = 10_000;
/** After so many mails all memory is taken that sending takes. */
const warm = 5_000;
const megabyte = 1024 * 1024;
/** Half of what a pod may take by default. */
const room = 256 * megabyte;
const patience = 300_000;

const confirm = `update users set email_verified = true`;
const tasks = `insert into tasks (id, user_id, title, notes, reminders, due_date, due_time,
    time_zone, created_at, updated_at)
  select gen_random_uuid(), person.id, 'Call the dentist ' || n, 'Ask for a date in the morning.',
    '{0}', $2, $3, $4, now(), now()
  from generate_series(1, $1) n
  join (select id, row_number() over (order by id) as place, count(*) over () as people from users)
    person on person.place = 1 + n % person.people`;

/** Makes so many reminders due in this minute. */
async function makeDue(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(confirm);
    const { dueDate, dueTime, timeZone } = dueIn(0);
    await client.query(tasks, [amount, dueDate, dueTime, timeZone]);
  } finally {
    await client.end();
  }
}

/** How long it takes two replicas to send what is due at once, and how their memory grows. */
async function sending(databaseUrl: string, resend: FakeResend, replicas: Backend[]) {
  await makeDue(databaseUrl);
  const began = performance.now();
  const delivered = (count: number) =>
    until(`${count} are sent`, async () => resend.delivered.length >= count, patience);
  const memories = () => replicas.map(({ memory }) => memory() / megabyte);
  await delivered(warm);
  const before = memories();
  await delivered(amount);
  const seconds = (performance.now() - began) / 1_000;
  const growths = memories().map((after, place) => after - (before[place] ?? 0));
  const keys = new Set(resend.delivered.map(({ key }) => key));
  return {
    'reminders-time': seconds,
    'reminders-growth': Math.max(...growths),
    'reminders-peak': Math.max(...replicas.map(({ peak }) => peak() / megabyte)),
    'reminders-errors': amount - keys.size + (resend.attempts.length - amount),
  };
}

/** Measures {@link sending}, with the limit of the provider lifted, and each replica in 256 MiB. */
export async function remindersByMail(databaseUrl: string, told: (text: string) => void) {
  const resend = new FakeResend();
  await resend.listen();
  const env = {
    RESEND_API_KEY: resend.apiKey,
    RESEND_BASE_URL: resend.baseUrl,
    RESEND_RATE_PER_SECOND: '0',
    JWT_SECRET: 'a secret of the measurement, 40 characters',
  };
  const replicas: Backend[] = [];
  try {
    const limits = [0, 1].map((core) => memoryLimit(`replica-${core}`, room));
    const bounded = limits.every(Boolean);
    if (!bounded) told('no memory cgroup can be made here: memory is measured without a limit');
    for (const [core, limit] of limits.entries()) {
      replicas.push(await startBackend(databaseUrl, env, { core, limit }));
    }
    const { 'reminders-peak': peak, ...others } = await sending(databaseUrl, resend, replicas);
    return { ...others, ...(bounded && { 'reminders-peak': peak }) };
  } finally {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await resend.close();
  }
}
