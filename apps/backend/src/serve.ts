import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import { readEnv } from './config/env.ts';
import type { Env } from './config/env.ts';
import { keptSecret } from './config/kept-secret.ts';
import { StartupFailure } from './config/startup-failure.ts';
import type { Address, EarlyListener } from './http/early-listener.ts';
import { createMcpListener } from './http/mcp-listener.ts';
import { createPool } from './infra/database/database.ts';
import { startEmbedded } from './infra/database/embedded/server.ts';
import { isDatabaseAway } from './infra/database/failures.ts';
import { migrateDatabase } from './infra/database/migrations.ts';
import type { MigrationTarget } from './infra/database/migrations.ts';
import type { Secrets } from './infra/auth/secrets.ts';

/** Milliseconds that what is under way may take after the time of draining. */
const hardLimit = 24_000;
const retryPause = 1_000;

async function openDatabase({ databaseUrl, dataDir }: Env) {
  if (databaseUrl) return { url: databaseUrl, stop: async () => undefined };
  return startEmbedded({ dataDir });
}

/** On a developer's machine the app migrates by itself; elsewhere a job does, once per release. */
async function migrateWhenPossible(target: MigrationTarget, log: FastifyBaseLogger): Promise<void> {
  try {
    const applied = await migrateDatabase(target);
    if (applied.length > 0) log.info({ applied }, 'migrated the database');
  } catch (err) {
    if (!isDatabaseAway(err)) return log.error({ err }, 'a migration failed and was rolled back');
    log.warn({ err }, 'the database is away, its migrations wait');
    await sleep(retryPause, undefined, { ref: false });
    return migrateWhenPossible(target, log);
  }
}

/** Without mail no link is signed, so that a secret of this process alone will do. */
const ownLinkSecret = async ({ hardened, dataDir }: Env): Promise<string> =>
  hardened ? randomBytes(32).toString('base64url') : keptSecret(dataDir, 'link-secret');

/** Tells a person which setting to change where a port cannot be had. */
async function listenAt(
  setting: string,
  address: Address,
  listen: (address: Address) => Promise<unknown>,
): Promise<void> {
  await listen(address).catch((cause: NodeJS.ErrnoException) => {
    throw new StartupFailure({
      what: 'The server cannot listen.',
      where: `${address.host}:${address.port} (${cause.code})`,
      cure: `Stop what listens there, or set ${setting} to another one.`,
      cause,
    });
  });
}

async function listen(
  server: FastifyInstance,
  address: Address,
  early: EarlyListener | undefined,
): Promise<void> {
  if (!early) return listenAt('PORT', address, (place) => server.listen(place));
  await server.ready();
  await early.handOver(server.server);
  server.log.info({ address: server.server.address() }, 'listening');
}

/**
 * Reads the environment, and serves until it is told to end.
 * @param early what listens already at the address that the environment names
 */
export async function serve(early: EarlyListener | undefined): Promise<void> {
  const env = readEnv(process.env);
  const database = await openDatabase(env);
  const authSecret = env.authSecret ?? (await keptSecret(env.dataDir, 'auth-secret'));
  const linkSecret = env.linkSecret ?? (await ownLinkSecret(env));
  const authSecrets: Secrets = [authSecret, ...env.previousAuthSecrets];
  const pool = createPool(database.url, () => undefined);
  // Written at once: the default hands each line to a thread, which costs a tenth of a request.
  const log = { level: env.logLevel, stream: process.stdout };
  const { server, drain } = createApp({ ...env, pool, authSecrets, linkSecret, log });

  let ending = false;
  const end = async (signal: string) => {
    if (ending) return;
    ending = true;
    drain();
    server.log.info({ signal }, 'ending');
    await sleep(env.drainSeconds * 1_000);
    setTimeout(() => process.exit(1), hardLimit).unref();
    await server.close();
    await pool.end();
    await database.stop();
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);

  try {
    const { host, port, mcpPort } = env;
    const mcp = port === mcpPort ? undefined : createMcpListener(server);
    await listen(server, { host, port }, early);
    if (mcp) {
      await listenAt('MCP_SERVER_PORT', { host, port: mcpPort }, async (place) => {
        await once(mcp.listen(place), 'listening');
      });
      server.log.info({ address: mcp.address() }, 'MCP clients are served');
    }
  } catch (failure) {
    drain();
    await server.close();
    await pool.end();
    await database.stop();
    throw failure;
  }
  if (!env.hardened) await migrateWhenPossible({ url: database.url, authSecrets }, server.log);
}
