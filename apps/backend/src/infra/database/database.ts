import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import { currentSource } from '../../modules/events/change-source.ts';
import * as schema from './schema/index.ts';

type Acquired = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;

/** Tells the database in whose name a connection works; the triggers pass it on with changes. */
class SourcePool extends Pool {
  readonly #told = new WeakMap<PoolClient, string>();

  /** Tells a connection in whose name it works from now on, where that is another than before. */
  #tell(client: PoolClient, source: string, told: (error?: Error) => void): void {
    if ((this.#told.get(client) ?? '') === source) return told();
    client.query("select set_config('todo.client', $1, false)", [source], (error) => {
      if (!error) this.#told.set(client, source);
      told(error);
    });
  }

  // By callbacks: every query passes here, and each promise on its way costs it something.
  #acquire(acquired: Acquired): void {
    const source = currentSource() ?? '';
    super.connect((failure, client, release) => {
      if (failure || !client) return acquired(failure, client, release);
      this.#tell(client, source, (error) => {
        if (error) client.release(true);
        acquired(error, error ? undefined : client, release);
      });
    });
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Acquired): void;
  override connect(callback?: Acquired): Promise<PoolClient> | undefined {
    if (callback) return void this.#acquire(callback);
    return new Promise((resolve, reject) => {
      this.#acquire((error, client) => (client ? resolve(client) : reject(error)));
    });
  }
}

/** Opens a pool of connections; nothing connects before the first query. */
export function createPool(url: string, onLost: (error: Error) => void): Pool {
  const pool = new SourcePool({
    connectionString: url,
    application_name: 'todo-backend',
    max: 10,
    // As long as for an answer: on a busy machine the handshake alone may take seconds.
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  // Without a listener, a connection that breaks would end the process: one that is idle, and one
  // that is held for a transaction, whose next statement fails and tells of it.
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The typed query builder on a pool. */
export const createDatabase = (pool: Pool) => drizzle(pool, { schema });

/** The typed query builder. */
export type Database = ReturnType<typeof createDatabase>;
