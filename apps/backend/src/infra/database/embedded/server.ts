import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { StartupFailure } from '../../../config/startup-failure.ts';
import { emptyLog, fillCluster, openCluster } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { installedPrograms, reachablePrograms, serverUser } from './platform.ts';

const exec = promisify(execFile);
const databaseName = 'todo';

/** A PostgreSQL that runs beside this process. */
export interface EmbeddedServer {
  url: string;
  /** Stops the server, unless another process of the app started it and still lives. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** Server settings beyond the defaults, `name=value`. */
  settings?: string[];
  /** Where PostgreSQL's programs are installed; the npm package by default. */
  programs?: string;
}

interface Programs {
  initdb: (draft: string, passwordFile: string) => Promise<unknown>;
  pgCtl: (args: string[]) => Promise<unknown>;
}

function programsFor(cluster: Cluster, folder: string): Programs {
  // A folder that the other user can enter: the one of this process may be closed to it.
  const options = {
    ...cluster.user,
    cwd: dirname(cluster.folder),
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  };
  const run = (program: string, args: string[]) =>
    exec(join(folder, 'bin', program), args, options);
  return {
    initdb: (draft, passwordFile) =>
      run('initdb', [
        `--pgdata=${draft}`,
        `--pwfile=${passwordFile}`,
        '--username=todo',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=und',
        '--no-sync',
      ]),
    pgCtl: (args) => run('pg_ctl', ['--silent', `--pgdata=${cluster.folder}`, ...args]),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening, failed) => {
    probe.once('error', failed).listen(0, '127.0.0.1', listening);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** The port of the server that runs on this cluster, as PostgreSQL itself wrote it down. */
async function runningPort(cluster: Cluster, { pgCtl }: Programs): Promise<number | undefined> {
  try {
    await pgCtl(['status']);
    const [, , , port] = (await readFile(join(cluster.folder, 'postmaster.pid'), 'utf8')).split(
      '\n',
    );
    return Number(port);
  } catch {
    return undefined;
  }
}

async function launch(cluster: Cluster, programs: Programs, settings: string[]): Promise<number> {
  const port = await freePort();
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=50',
    'shared_buffers=32MB',
    ...settings,
  ];
  await emptyLog(cluster);
  const flags = all.map((setting) => `-c ${setting}`).join(' ');
  await programs.pgCtl(['start', '--wait', `--log=${cluster.log}`, `--options=${flags}`]);
  return port;
}

/** Starts the server, or finds the one that an earlier, killed process left running. */
async function ensureRunning(cluster: Cluster, programs: Programs, settings: string[]) {
  const running = await runningPort(cluster, programs);
  if (running) return { port: running, started: false };
  try {
    return { port: await launch(cluster, programs, settings), started: true };
  } catch (cause) {
    // Two processes may start at once; the slower one joins.
    const other = await runningPort(cluster, programs);
    if (other) return { port: other, started: false };
    throw new StartupFailure({
      what: 'The embedded PostgreSQL did not start.',
      where: cluster.log,
      cure: 'Read the log, or set DATABASE_URL to a PostgreSQL of your own.',
      cause,
    });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether another live process of the app is the one that stops this server. */
async function hasOtherOwner({ ownerFile }: Cluster): Promise<boolean> {
  const owner = Number(await readFile(ownerFile, 'utf8').catch(() => ''));
  return owner > 0 && owner !== process.pid && isAlive(owner);
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`create database ${databaseName}`);
  } catch (error) {
    const duplicate = '42P04';
    if ((error as { code?: string }).code !== duplicate) throw error;
  } finally {
    await client.end();
  }
}

/** Brings up the embedded PostgreSQL of a data directory, making it on first use. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const user = await serverUser();
  const cluster = await openCluster(resolve(options.dataDir), user);
  const folder = await reachablePrograms(options.programs ?? installedPrograms(), cluster.user);
  const programs = programsFor(cluster, folder);

  await fillCluster(cluster, programs.initdb);
  const { port, started } = await ensureRunning(cluster, programs, options.settings ?? []);
  const mine = started || !(await hasOtherOwner(cluster));
  if (mine) await writeFile(cluster.ownerFile, String(process.pid));

  const url = (database: string) =>
    `postgres://todo:${cluster.password}@127.0.0.1:${port}/${database}`;
  await ensureDatabase(url('postgres'));
  return {
    url: url(databaseName),
    stop: async () => {
      if (mine) await programs.pgCtl(['stop', '--mode=fast', '--wait', '--timeout=15']);
    },
  };
}
