import type { PgBoss } from 'pg-boss';

/** The schema in which the queue keeps its tables. */
export const queueSchema = 'queue';
/** The queue of outgoing mail. */
export const mailQueue = 'mail';

/** What the queue asks its database. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

interface Tasks {
  /** Whether to make the tables; needs the right to do so. */
  migrate: boolean;
  /** Whether to look after jobs whose worker died, and to clean up. */
  supervise: boolean;
}

/** Loads the queue and binds it to a database; nothing runs before it is started. */
export async function createBoss(sql: Sql, { migrate, supervise }: Tasks): Promise<PgBoss> {
  const { PgBoss } = await import('./pg-boss.ts');
  return new PgBoss({
    db: { executeSql: (text, values) => sql.query(text, values) },
    schema: queueSchema,
    migrate,
    createSchema: migrate,
    supervise,
    schedule: false,
    // A worker's role need not own the tables.
    reindex: false,
    registerInstance: false,
    // What was sent holds an address and a link; it does not lie about for longer than needed.
    maintenanceIntervalSeconds: 600,
  });
}
