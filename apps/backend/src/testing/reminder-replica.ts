/**
 * A replica of the app that only tells and sends reminders, for tests that kill it: it waits far
 * less than one in earnest does. `node reminder-replica.ts <database> <provider> <key>`.
 */
import { createTestApp, origin } from './app.ts';

const [databaseUrl = '', baseUrl = '', apiKey = ''] = process.argv.slice(2);

const app = createTestApp(databaseUrl, origin, {
  mail: { apiKey, baseUrl, from: 'Todo <todo@example.org>' },
  reminders: { pause: 20, perSecond: 0, lease: 1_500, patience: 400, firstPause: 50 },
});
await app.server.ready();
// The jobs do not keep a process alive.
setInterval(() => undefined, 60_000);
