import { rmSync, statSync } from 'node:fs';
import { access, constants, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { socketOf } from './engine-socket.ts';
import { Failure } from './failure.ts';
import { keep, memoryFolder, recall } from './memory-file.ts';
import { run, type RunOptions, type RunResult } from './run.ts';

/** A docker client that can build with BuildKit; whether its engine answers is another matter. */
export interface DockerClient {
  path: string;
  version: string;
  /** Before Docker 23 BuildKit is part of the client; from then on it needs the buildx plugin. */
  builder: 'built-in' | 'buildx';
  /** The engine's version, undefined when no engine answered. */
  engine: string | undefined;
  /** The client's own words when no engine answered. */
  problem: string | undefined;
}

/** A client with an engine behind it. */
export type Docker = DockerClient & { engine: string };

let found: Promise<Docker> | undefined;

/**
 * Looks for a docker client that can build with BuildKit. The first `docker`
 * on PATH is often one without buildx, so every one is asked, all at once: each
 * takes a tenth of a second.
 */
export async function findDockerClient(
  path = process.env.PATH ?? '',
): Promise<DockerClient | undefined> {
  const files = await executables('docker', path);
  const clients = await Promise.all(files.map(inspectClient));
  return clients.find((client) => client !== undefined);
}

/**
 * The docker client to use, looked up once a process, and not again by later
 * ones while the programs and the engine's socket are the same: asking the
 * clients takes a fifth of a second of each build.
 *
 * @throws {Failure} when there is no client that can build, or no engine answers it.
 */
export function findDocker(): Promise<Docker> {
  found ??= connect().catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

/** Has the clients asked again by the next process: this one's choice may be what went wrong. */
export function forgetDocker(): void {
  rmSync(memoryFile(), { force: true });
}

/** Runs docker with BuildKit switched on. */
export async function docker(
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { path } = await findDocker();
  return run(path, args, { ...options, env: { DOCKER_BUILDKIT: '1', ...options.env } });
}

interface Memory {
  /** What the choice was made by. */
  among: string;
  docker: Docker;
}

const memoryFile = () => join(memoryFolder(), 'docker.json');

async function connect(): Promise<Docker> {
  const among = await describeChoice(process.env.PATH ?? '');
  const known = among && recall<Memory>(memoryFile());
  if (known && known.among === among) return known.docker;
  const docker = await choose();
  if (among) keep(memoryFile(), { among, docker } satisfies Memory);
  return docker;
}

/** The programs to choose from, and which engine they reach; undefined for an engine elsewhere. */
async function describeChoice(path: string): Promise<string | undefined> {
  const socket = socketOf();
  if (!socket) return undefined;
  const files = [socket, ...(await executables('docker', path))];
  const states = files.map((file) => {
    const { ino = 0, size = 0, ctimeMs = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
    return [file, ino, size, ctimeMs];
  });
  return JSON.stringify(states);
}

async function choose(): Promise<Docker> {
  const client = await findDockerClient();
  if (!client) {
    throw new Failure({
      what: 'No docker client that can build with BuildKit was found on PATH.',
      cure: 'npm start (it installs what is missing), or install Docker with its buildx plugin',
    });
  }
  if (!client.engine) {
    throw new Failure({
      what: 'The container engine does not answer.',
      cure: 'npm start (it starts the engine)',
      tail: client.problem,
    });
  }
  return { ...client, engine: client.engine };
}

const options: RunOptions = { mayFail: true, timeout: 20_000 };

async function inspectClient(path: string): Promise<DockerClient | undefined> {
  const [asked, buildx] = await Promise.all([
    run(path, ['version', '--format', '{{json .}}'], options).catch(() => undefined),
    run(path, ['buildx', 'version'], options).catch(() => undefined),
  ]);
  const versions = parseVersions(asked?.stdout ?? '');
  if (!versions) return undefined;
  const builder = isBuiltIn(versions.client)
    ? 'built-in'
    : buildx?.exitCode === 0
      ? 'buildx'
      : undefined;
  if (!builder) return undefined;
  const { client: version, engine } = versions;
  return { path, version, builder, engine, problem: engine ? undefined : asked?.stderr };
}

/** Reads the answer of `docker version`, which names the client even when no engine answers. */
export function parseVersions(
  json: string,
): { client: string; engine: string | undefined } | undefined {
  try {
    const parsed = JSON.parse(json) as {
      Client?: { Version?: string };
      Server?: { Version?: string } | null;
    };
    const client = parsed.Client?.Version;
    return client ? { client, engine: parsed.Server?.Version } : undefined;
  } catch {
    return undefined;
  }
}

function isBuiltIn(version: string): boolean {
  return Number.parseInt(version, 10) < 23;
}

/** The first name of each file: a folder on PATH may be another one's link. */
async function executables(name: string, path: string): Promise<string[]> {
  const files = [...new Set(path.split(delimiter).filter(Boolean))].map((dir) => join(dir, name));
  const real = await Promise.all(files.map(executable));
  return files.filter((_, index) => real[index] && real.indexOf(real[index]) === index);
}

/** What a name leads to when that can be run. */
async function executable(file: string): Promise<string | undefined> {
  try {
    await access(file, constants.X_OK);
    return await realpath(file);
  } catch {
    return undefined;
  }
}
