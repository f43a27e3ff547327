import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import * as schema from './schema/index.ts';

/** Opens a pool of connections; nothing connects before the first query. */
export function createPool(url: string, onLost: (error: Error) => void): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'todo-backend',
    max: 10,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  // Without a listener, an idle connection that breaks would end the process.
  pool.on('error', onLost);
  return pool;
}

/** The typed query builder on a pool. */
export const createDatabase = (pool: Pool) => drizzle(pool, { schema });

/** The typed query builder. */
export type Database = ReturnType<typeof createDatabase>;
