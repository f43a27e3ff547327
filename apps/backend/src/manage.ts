import type { FastifyInstance } from 'fastify';
import type { Auth } from './infra/auth/auth.ts';
import type { Mail } from './infra/mail/mail.ts';
import { createHourlyCleaning } from './jobs/hourly-cleaning.ts';
import { repeat } from './jobs/repeat.ts';
import type { ConnectedApps } from './modules/accounts/connected-apps.ts';
import type { createTrashPurge } from './modules/tasks/purge-trash.ts';
import type { createReminders } from './reminders.ts';

/** What runs beside the server. */
interface Running {
  auth: Auth;
  mail: Mail | undefined;
  mcp: { close(): Promise<void> };
  changes: { stop(): Promise<void> };
  purge: ReturnType<typeof createTrashPurge>;
  apps: ConnectedApps;
  reminders: ReturnType<typeof createReminders>;
  ending: AbortSignal;
}

/** What is removed once it is over. */
const cleanings = (purge: Running['purge'], apps: ConnectedApps) => [
  {
    clean: purge,
    words: { done: 'purged the trash', failed: 'the trash could not be purged' },
  },
  {
    clean: apps.forgetUnclaimed,
    words: {
      done: 'forgot programs that nobody let in',
      failed: 'programs that nobody let in could not be forgotten',
    },
  },
];

/** Starts with the server what runs beside it, and ends it in the same order. */
export function manage(server: FastifyInstance, running: Running): void {
  const { auth, mail, mcp, changes, purge, apps, reminders, ending } = running;
  server.addHook('onReady', async () => {
    mail?.start();
  });
  server.addHook('onClose', async () => {
    await auth.settled();
    await mail?.stop();
  });
  server.addHook('onClose', mcp.close);
  server.addHook('onClose', changes.stop);
  server.addHook('onReady', async () => {
    for (const cleaning of cleanings(purge, apps)) {
      void repeat(createHourlyCleaning({ ...cleaning, log: server.log }), ending);
    }
    reminders.start();
  });
  server.addHook('onClose', reminders.stop);
}
