import { createBoss, mailQueue, queueSchema } from './boss.ts';
import type { Sql } from './boss.ts';

/** What the tables were made by and the queues set to; a change of either is told here. */
export const installed = 'pg-boss 12.38.0, mail 1';

const options = {
  // From the first try to the last about two hours.
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 60,
  deleteAfterSeconds: 1_800,
};

/** By what the queue's tables were made; undefined while they are not there, or not complete. */
export async function installedBy(sql: Sql): Promise<string | undefined> {
  const { rows } = await sql.query(
    'select obj_description(oid) as made_by from pg_namespace where nspname = $1',
    [queueSchema],
  );
  const [row] = rows as { made_by: string | null }[];
  return row?.made_by ?? undefined;
}

/** Makes the queue's tables and the queues. Its caller holds the lock under which one migrates. */
export async function installQueue(sql: Sql): Promise<void> {
  if ((await installedBy(sql)) === installed) return;
  const boss = await createBoss(sql, { migrate: true, supervise: false });
  let failure: unknown;
  boss.on('error', (error) => (failure = error));
  await boss.start();
  if (await boss.getQueue(mailQueue)) await boss.updateQueue(mailQueue, options);
  else await boss.createQueue(mailQueue, options);
  await boss.stop({ graceful: false });
  if (failure) throw failure;
  await sql.query(`comment on schema ${queueSchema} is '${installed}'`);
}
