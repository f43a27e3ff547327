import { randomUUID } from 'node:crypto';
import type { NewTaskInput } from '@todo-chatbot/shared';
import { wallClock } from '@todo-chatbot/shared/dates';
import type { Pool } from 'pg';
import { createPlanStore } from '../infra/database/reminders/plan-store.ts';
import { createTellStore } from '../infra/database/reminders/tell-store.ts';
import { createPlanning } from '../modules/reminders/planning.ts';
import { createTelling } from '../modules/reminders/telling.ts';

const never = new AbortController().signal;

/** Due fields of so many minutes from now on, in whole minutes, in UTC. */
export function dueIn(minutes: number) {
  const { day, time } = wallClock('UTC', new Date(Date.now() + minutes * 60_000));
  return { dueDate: day, dueTime: time, timeZone: 'UTC' };
}

/** A task that reminds when it is due, so many minutes from now. */
export const remindedTask = (title: string, minutes = -5): NewTaskInput => ({
  title,
  ...dueIn(minutes),
  reminders: [0],
});

/** Does at once what the jobs do by themselves. */
export function reminderRounds(pool: Pool, { hasMail = false } = {}) {
  const plan = createPlanning(createPlanStore(pool));
  const tell = createTelling(createTellStore(pool), hasMail);
  return {
    plan: () => plan(never),
    tell: () => tell(never),
    /** Plans and tells as if all changes had been made days ago, so that the past counts as due. */
    async past() {
      await pool.query(`update reminder_changes set changed_at = now() - interval '7 days'`);
      await plan(never);
      await tell(never);
    },
  };
}

/** Puts a person into the database, without a password. */
export async function addPerson(pool: Pool, name = 'Ada', confirmed = true): Promise<string> {
  const id = randomUUID();
  await pool.query('insert into users (id, name, email, email_verified) values ($1, $2, $3, $4)', [
    id,
    name,
    `${id}@example.org`,
    confirmed,
  ]);
  return id;
}

/** Puts tasks of a person into the database that remind when they are due, some minutes ago. */
export async function addRemindedTasks(pool: Pool, ownerId: string, count: number) {
  const due = dueIn(-5);
  await pool.query(
    `insert into tasks (id, user_id, title, notes, reminders, due_date, due_time, time_zone,
       created_at, updated_at)
     select gen_random_uuid(), $1, 'Number ' || n, '', '{0}', $3, $4, 'UTC', now(), now()
     from generate_series(1, $2) n`,
    [ownerId, count, due.dueDate, due.dueTime],
  );
}
