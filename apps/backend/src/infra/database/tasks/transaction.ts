import type { Pool, PoolClient } from 'pg';

const attempts = 3;
const deadlock = '40P01';

async function attempt<T>(client: PoolClient, work: (client: PoolClient) => Promise<T>) {
  await client.query('begin');
  try {
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Does work in one transaction; when it and another one wait for each other, it begins again. */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(client, work);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        if (code !== deadlock || tries === attempts) throw error;
      }
    }
  } catch (error) {
    // After a failed rollback nobody knows what state the connection is in.
    broken = error instanceof Error && /connection/i.test(error.message);
    throw error;
  } finally {
    client.release(broken);
  }
}
