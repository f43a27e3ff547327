import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import { currentSource } from '../../modules/events/change-source.ts';
import * as schema from './schema/index.ts';

type Acquired = (error: Error | undefined, client?: PoolClient, release?: () => void) => void;

/** Tells the database in whose name a connection works; the triggers pass it on with changes. */
class SourcePool extends Pool {
  readonly #told = new WeakMap<PoolClient, string>();

  async #acquire(): Promise<PoolClient> {
    const source = currentSource() ?? '';
    const client = await super.connect();
    if ((this.#told.get(client) ?? '') === source) return client;
    try {
      await client.query("select set_config('todo.client', $1, false)", [source]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.#told.set(client, source);
    return client;
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Acquired): void;
  override connect(callback?: Acquired): Promise<PoolClient> | undefined {
    const acquired = this.#acquire();
    if (!callback) return acquired;
    acquired.then(
      (client) => callback(undefined, client, () => client.release()),
      (error: Error) => callback(error),
    );
    return undefined;
  }
}

/** Opens a pool of connections; nothing connects before the first query. */
export function createPool(url: string, onLost: (error: Error) => void): Pool {
  const pool = new SourcePool({
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
