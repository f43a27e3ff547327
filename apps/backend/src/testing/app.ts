import { createApp } from '../app.ts';
import type { App, AppOptions } from '../app.ts';
import { testSecrets } from './database.ts';
import { createPool } from '../infra/database/database.ts';

/** The origin of the pages in tests. */
export const origin = 'http://localhost:3000';

/** What signs the links in reminders in tests. */
export const testLinkSecret = 'a secret of the links in tests, 40 letters';

/** The app on a database, with its log in memory. */
export interface TestApp extends App {
  log: string[];
  close(): Promise<void>;
}

/** Builds the real app; only its log goes elsewhere. */
export function createTestApp(
  databaseUrl: string,
  frontendUrl = origin,
  more: Partial<AppOptions> = {},
): TestApp {
  const log: string[] = [];
  const pool = createPool(databaseUrl, () => undefined);
  const app = createApp({
    pool,
    authSecrets: testSecrets,
    linkSecret: testLinkSecret,
    frontendUrl,
    trustedOrigins: [frontendUrl],
    mail: undefined,
    rateLimitPerMinute: 0,
    model: undefined,
    assistantBudget: { messages: 10_000, tokens: 10_000_000 },
    // What works by itself would mix into what a test looks at; the tests of reminders have it work.
    reminders: { pause: 3_600_000 },
    log: { level: 'debug', stream: { write: (line) => log.push(line) } },
    ...more,
  });
  return {
    ...app,
    log,
    close: async () => {
      await app.server.close();
      await pool.end();
    },
  };
}
