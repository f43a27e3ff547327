import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Secrets } from '../infra/auth/secrets.ts';
import { defaultAddress } from './default-address.ts';
import { StartupFailure } from './startup-failure.ts';

const port = z.coerce.number('must be a number').int().min(0).max(65_535);

const origin = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://todo.example' })
  .transform((url) => new URL(url).origin);

const listOf = <S extends z.ZodType<unknown, string>>(item: S) =>
  z
    .string()
    .transform((list) => list.split(',').map((text) => text.trim()))
    .pipe(z.array(item));

const origins = listOf(origin);

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address such as postgres://user:password@host:5432/name',
});

const address = z.url({
  protocol: /^https?$/,
  error: 'must be an address such as https://api.resend.com',
});

const sender = z
  .string()
  .regex(
    /^(?:[^\p{Cc}<>@]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u,
    'must be an address such as Todo <todo@example.org>',
  );

const perDay = z.coerce.number('must be a number').int().min(0).max(1_000_000_000);

const secret = z.string().min(32, 'must have at least 32 characters');

const previousSecrets = listOf(secret);

const required = z.string('is required');

const migrationSchema = z.object({
  DATABASE_URL: required.pipe(databaseUrl),
  BETTER_AUTH_SECRET: required.pipe(secret),
  BETTER_AUTH_PREVIOUS_SECRETS: previousSecrets.default([]),
});

const schema = z
  .object({
    ENVIRONMENT: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'must be a word such as development, test or production')
      .default('development'),
    HOST: z.string().default(defaultAddress.host),
    PORT: port.default(defaultAddress.port),
    MCP_SERVER_PORT: port.default(8001),
    DATABASE_URL: databaseUrl.optional(),
    DATA_DIR: z.string().default(() => join(workspaceRoot(import.meta.dirname), '.data')),
    BETTER_AUTH_SECRET: secret.optional(),
    BETTER_AUTH_PREVIOUS_SECRETS: previousSecrets.default([]),
    JWT_SECRET: secret.optional(),
    FRONTEND_URL: origin.default('http://localhost:3000'),
    ALLOWED_ORIGINS: origins.default([]),
    OPENAI_API_KEY: z.string().optional(),
    OPENAI_BASE_URL: address.default('https://api.openai.com/v1'),
    OPENAI_MODEL: z.string().default('gpt-5-mini'),
    ASSISTANT_MESSAGES_PER_DAY: perDay.default(300),
    ASSISTANT_TOKENS_PER_DAY: perDay.default(1_000_000),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: address.optional(),
    RESEND_RATE_PER_SECOND: z.coerce.number('must be a number').min(0).max(1_000).default(2),
    MAIL_FROM: sender.default('Todo <onboarding@resend.dev>'),
    LOG_LEVEL: z
      .enum(
        ['debug', 'info', 'warn', 'error', 'silent'],
        'must be debug, info, warn, error or silent',
      )
      .default('info'),
    RATE_LIMIT_PER_MINUTE: z.coerce
      .number('must be a number')
      .int()
      .min(0)
      .max(1_000_000)
      .default(1_200),
    DRAIN_SECONDS: z.coerce.number('must be a number').min(0).max(15).optional(),
  })
  .superRefine((env, context) => {
    if (!isHardened(env.ENVIRONMENT)) return;
    for (const name of ['DATABASE_URL', 'BETTER_AUTH_SECRET'] as const) {
      if (env[name] !== undefined) continue;
      const message = `is required when ENVIRONMENT is ${env.ENVIRONMENT}`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
    if (env.RESEND_API_KEY && env.JWT_SECRET === undefined) {
      const message = 'is required with RESEND_API_KEY: it signs the links in reminders';
      context.addIssue({ code: 'custom', path: ['JWT_SECRET'], message });
    }
  });

const isHardened = (environment: string) => !['development', 'test'].includes(environment);

/** The nearest folder upwards that holds the workspace, else the current one. */
function workspaceRoot(folder: string): string {
  if (existsSync(join(folder, 'nx.json'))) return folder;
  const above = dirname(folder);
  return above === folder ? process.cwd() : workspaceRoot(above);
}

function withoutEmpty(source: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

/** Reads what a schema asks for; empty variables count as absent. */
function readBy<S extends z.ZodType>(asked: S, source: NodeJS.ProcessEnv): z.infer<S> {
  const { data: env, error } = asked.safeParse(withoutEmpty(source));
  if (!error) return env;
  // Names and rules only: a faulty value may be a secret.
  const faults = error.issues.map(({ path, message }) => `${path[0]?.toString()}: ${message}`);
  throw new StartupFailure({
    what: `The environment has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`,
    where: faults.join('\n         '),
    cure: 'Correct these variables and start again.',
  });
}

/** What the job that migrates is told. */
export function readMigrationEnv(source: NodeJS.ProcessEnv) {
  const env = readBy(migrationSchema, source);
  const authSecrets: Secrets = [env.BETTER_AUTH_SECRET, ...env.BETTER_AUTH_PREVIOUS_SECRETS];
  return { url: env.DATABASE_URL, authSecrets };
}

/** What the environment tells this process. */
export function readEnv(source: NodeJS.ProcessEnv) {
  const env = readBy(schema, source);
  const hardened = isHardened(env.ENVIRONMENT);
  return {
    environment: env.ENVIRONMENT,
    /** Whether this is anything but a developer's machine or a test. */
    hardened,
    host: env.HOST,
    port: env.PORT,
    /** Where MCP clients are served beside the API's port; the same port for that one only. */
    mcpPort: env.MCP_SERVER_PORT,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    authSecret: env.BETTER_AUTH_SECRET,
    /** Signs the links in reminders. */
    linkSecret: env.JWT_SECRET,
    /** Secrets that were in use before: what they signed and encrypted is still known. */
    previousAuthSecrets: env.BETTER_AUTH_PREVIOUS_SECRETS,
    frontendUrl: env.FRONTEND_URL,
    trustedOrigins: [...new Set([env.FRONTEND_URL, ...env.ALLOWED_ORIGINS])],
    /** How mail is sent; undefined when it is not. */
    mail: env.RESEND_API_KEY
      ? { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL, from: env.MAIL_FROM }
      : undefined,
    /** Reminders that go out by mail a second, from all processes together; 0 for no limit. */
    reminders: { perSecond: env.RESEND_RATE_PER_SECOND },
    /** The language model that answers in the chat; undefined where the built-in rules do. */
    model: env.OPENAI_API_KEY
      ? { apiKey: env.OPENAI_API_KEY, baseUrl: env.OPENAI_BASE_URL, model: env.OPENAI_MODEL }
      : undefined,
    /** What the assistant may do for one person in a day. */
    assistantBudget: {
      messages: env.ASSISTANT_MESSAGES_PER_DAY,
      tokens: env.ASSISTANT_TOKENS_PER_DAY,
    },
    logLevel: env.LOG_LEVEL,
    /** API requests per minute and account, in all processes together; 0 for no limit. */
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    /** How long a process that was told to end goes on taking requests while routes turn away. */
    drainSeconds: env.DRAIN_SECONDS ?? (hardened ? 5 : 0),
  };
}

/** The environment of this process, checked. */
export type Env = ReturnType<typeof readEnv>;
