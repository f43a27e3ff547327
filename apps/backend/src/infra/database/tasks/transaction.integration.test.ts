import { expect, inject, it } from 'vitest';
import { createTestDatabase, onServer } from '../../../testing/database.ts';
import { createPool } from '../database.ts';
import { isDatabaseAway } from '../failures.ts';
import { inTransaction } from './transaction.ts';

it('a connection that is lost in a transaction fails that one alone, and the next one has another', async () => {
  const url = await createTestDatabase(inject('postgres'));
  const pool = createPool(url, () => undefined);
  try {
    const lost = inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const ended = new Promise((resolve) => client.once('end', resolve));
      await onServer(url, `select pg_terminate_backend(${rows[0]!.pid})`);
      await ended;
      await client.query('select 1');
    });
    const error = await lost.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(isDatabaseAway(error)).toBe(true);
    const { rows } = await inTransaction(pool, (client) => client.query('select 1 as one'));
    expect(rows).toEqual([{ one: 1 }]);
  } finally {
    await pool.end();
  }
});
