import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { createAssistant } from './assistant.ts';
import type { AssistantOptions } from './assistant.ts';
import type { LogOptions } from './http/logging.ts';
import { createServer } from './http/server.ts';
import { clientAddressHeader } from './infra/auth/auth-options.ts';
import { createAuth } from './infra/auth/auth.ts';
import type { Secrets } from './infra/auth/secrets.ts';
import { createTokenReaders } from './infra/auth/access-tokens.ts';
import { createPasswordCheck } from './infra/auth/password-check.ts';
import { createAccountStore } from './infra/database/account-store.ts';
import { createConnectedAppStore } from './infra/database/connected-app-store.ts';
import { createAttemptLimit } from './infra/database/attempt-limit.ts';
import { createChangeListener } from './infra/database/change-listener.ts';
import { createDatabase } from './infra/database/database.ts';
import type { Database } from './infra/database/database.ts';
import { createAnnounce } from './infra/database/event-readers.ts';
import { createFeedStore } from './infra/database/feed-store.ts';
import { isDatabaseAway } from './infra/database/failures.ts';
import { createReadinessCheck } from './infra/database/readiness.ts';
import { createPermitStore } from './infra/database/permit-store.ts';
import { createTaskStore } from './infra/database/tasks/task-store.ts';
import { createTransferStore } from './infra/database/tasks/transfer-store.ts';
import { createTokenStore } from './infra/database/token-store.ts';
import { createMail } from './infra/mail/mail.ts';
import type { MailOptions } from './infra/mail/mail.ts';
import { createAccountService } from './modules/accounts/account-service.ts';
import { createConnectedApps } from './modules/accounts/connected-apps.ts';
import { createTokenService } from './modules/accounts/token-service.ts';
import { createTrashPurge } from './modules/tasks/purge-trash.ts';
import { createEventHub } from './modules/events/event-hub.ts';
import { createFeedService } from './modules/calendar/feed-service.ts';
import type { McpDoor, McpDoorPorts } from './mcp/door.ts';
import { createRequestLimit } from './modules/limits/request-limit.ts';
import { createTaskService } from './modules/tasks/task-service.ts';
import { createTaskTransfer } from './modules/tasks/transfer.ts';
import { manage } from './manage.ts';
import { createReminders } from './reminders.ts';
import type { ReminderOptions } from './reminders.ts';

export interface AppOptions {
  pool: Pool;
  authSecrets: Secrets;
  /** Signs the links in reminders. */
  linkSecret: string;
  frontendUrl: string;
  trustedOrigins: string[];
  /** How mail is sent; undefined when it is not. */
  mail: MailOptions | undefined;
  log: LogOptions;
  /** Requests per minute and account, 0 for no limit. */
  rateLimitPerMinute: number;
  /** The language model of the assistant; undefined where the built-in rules answer. */
  model: AssistantOptions['model'];
  assistantBudget: AssistantOptions['budget'];
  reminders: ReminderOptions;
  /** Milliseconds in which a request has to arrive; undefined for the usual ones. */
  arrivalMs?: number;
}

export interface App {
  server: FastifyInstance;
  /** From now on the app reports itself unready, and sends its clients elsewhere. */
  drain(): void;
}

/** What people do with tasks, and what becomes of those they deleted. */
function createTasks(pool: Pool) {
  const store = createTaskStore(pool);
  const now = () => new Date();
  return {
    tasks: createTaskService({ store, now, newId: randomUUID }),
    purge: createTrashPurge({ store, now }),
  };
}

/** What takes tasks out of the app, and brings them in. */
function createExchange(pool: Pool, origin: string) {
  const now = () => new Date();
  return {
    feeds: createFeedService({ store: createFeedStore(pool), now, origin }),
    transfer: createTaskTransfer(createTransferStore(pool), now),
  };
}

/** What people do with their accounts, and the tokens that speak for them. */
function createPeople(database: Database, origin: string) {
  const now = () => new Date();
  const tokens = createTokenService({ store: createTokenStore(database), now, newId: randomUUID });
  return {
    tokens,
    readers: createTokenReaders({ pool: database.$client, tokens, origin }),
    accounts: createAccountService({
      store: createAccountStore(database),
      attempts: createAttemptLimit(database, now),
      isPasswordOf: createPasswordCheck(database),
      now,
    }),
    apps: createConnectedApps(createConnectedAppStore(database), now),
  };
}

/** Loads the MCP server when its first client comes: most processes never meet one. */
function openMcpLater(ports: McpDoorPorts) {
  let door: Promise<McpDoor> | undefined;
  const open = () => (door ??= import('./mcp/door.ts').then((mcp) => mcp.createMcpDoor(ports)));
  return {
    answer: async (asked: Parameters<McpDoor['answer']>[0]) => (await open()).answer(asked),
    answerAs: async (ownerId: string, request: Request) => (await open()).fetchAs(ownerId, request),
    close: async () => (await door)?.close(),
  };
}

/** The bound on what an account may ask in a minute, over all processes. */
const createRequests = (database: Database, perMinute: number) => ({
  limit: createRequestLimit(createPermitStore(database), () => performance.now()),
  perMinute,
});

/** What tells open pages, over all processes, that something changed. */
function createLive(database: Database, onLost: (error: unknown) => void) {
  const events = createEventHub({
    onFirst: () => changes.start(),
    announce: createAnnounce(database),
  });
  const changes = createChangeListener({
    url: database.$client.options.connectionString ?? '',
    onChange: events.publish,
    onGap: () => void events.publishGap(),
    onLost,
  });
  return { events, changes };
}

/** Puts the parts together. Nothing runs, listens or connects before it is asked to. */
export function createApp(options: AppOptions): App {
  const { pool, frontendUrl, trustedOrigins, log } = options;
  const ending = new AbortController();
  const isDraining = () => ending.signal.aborted;

  const database = createDatabase(pool);
  const checkDatabase = createReadinessCheck(pool);
  const mail =
    options.mail &&
    createMail({
      ...options.mail,
      pool,
      log: (message, err) => server.log.error({ err }, message),
    });
  const auth = createAuth({
    database,
    secrets: options.authSecrets,
    origin: frontendUrl,
    trustedOrigins,
    post: mail?.post,
    log: (level, message, err) => server.log[level]({ err }, message),
  });
  const { tasks, purge } = createTasks(pool);
  const { accounts, tokens, readers, apps } = createPeople(database, frontendUrl);

  const { events, changes } = createLive(database, (err) =>
    server.log.warn({ err }, 'lost the connection that tells of changes'),
  );
  const { feeds, transfer } = createExchange(pool, frontendUrl);
  const requests = createRequests(database, options.rateLimitPerMinute);

  const mcp = openMcpLater({
    ...{ tasks, tokens: readers.mcp, requests, origins: trustedOrigins },
    url: new URL('/mcp', frontendUrl),
    onFailure: (what, err) => server.log.error({ err, what }, 'an MCP call failed'),
  });

  const assistant = createAssistant({
    ...{ database, tasks, model: options.model, budget: options.assistantBudget },
    reachMcp: mcp.answerAs,
    onFailure: (err) => server.log.error({ err }, 'the assistant failed'),
  });

  const reminders = createReminders({
    ...options,
    tasks,
    ending: ending.signal,
    log: () => server.log,
  });

  const server = createServer({
    log,
    trustedOrigins,
    classify: (error) => (isDatabaseAway(error) ? 'unavailable' : undefined),
    isDraining,
    unreadiness: async () => (isDraining() ? 'the process is ending' : checkDatabase()),
    auth: {
      handle: (request) => auth.handle(request),
      origin: frontendUrl,
      addressHeader: clientAddressHeader,
    },
    tasks: { tasks, sessions: auth, tokens: readers.api },
    account: { accounts, sessions: auth, forgetfulCookies: auth.forgetfulCookies },
    tokens: { tokens, sessions: auth },
    connectedApps: { apps, sessions: auth },
    features: { mail: mail !== undefined },
    calendar: { feeds, sessions: auth },
    transfer: { transfer, sessions: auth },
    events: { hub: events, sessions: auth, tokens: readers.api },
    mcp: { origin: frontendUrl, answer: mcp.answer },
    assistant: { ...assistant, sessions: auth },
    reminders: { reminders: reminders.service, sessions: auth },
    reminderLinks: { links: reminders.links, origin: frontendUrl },
    requests,
    arrivalMs: options.arrivalMs,
  });
  manage(server, { auth, mail, mcp, changes, purge, apps, reminders, ending: ending.signal });
  return {
    server,
    drain: () => {
      ending.abort();
      events.close();
    },
  };
}
