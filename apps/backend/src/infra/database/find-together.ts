import DataLoader from 'dataloader';

/** Finds the row of a key; undefined when there is none. */
export type Find<Row> = (key: string) => Promise<Row | undefined>;

/**
 * Finds rows by one statement for all the keys that come in one turn of the event loop: a busy
 * process is asked for several, and a statement costs it more than a key. Keeps nothing, so every
 * answer is read after its question. The keys must be ones that the database can take: a statement
 * that fails, fails for all.
 */
export function findTogether<Row>(
  readAll: (keys: readonly string[]) => Promise<Map<string, Row>>,
): Find<Row> {
  const loader = new DataLoader<string, Row | undefined>(
    async (keys) => {
      const rows = await readAll(keys);
      return keys.map((key) => rows.get(key));
    },
    { cache: false, batchScheduleFn: (readWaiting) => setImmediate(readWaiting) },
  );
  return (key) => loader.load(key);
}
