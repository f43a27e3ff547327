import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '@todo-chatbot/rollout';

export type ProviderName = 'kind' | 'minikube' | 'context';

/** What `TODO_CLUSTER` asks for. */
export interface ProviderChoice {
  name: ProviderName;
  /** The kubeconfig context of an existing cluster. */
  context?: string;
}

/** One cluster with its files: everything that keeps two of them on a machine apart. */
export interface Instance {
  name: string;
  /** Undefined: the first provider that is there. */
  choice: ProviderChoice | undefined;
  /** Where the app is reached, on 127.0.0.1. */
  port: number;
  registryPort: number;
  address: string;
  /** Mode 0700, outside the repository. */
  stateDir: string;
  cacheDir: string;
  kubeconfig: string;
  secretsFile: string;
  logsDir: string;
  /** Whether this is the one a person gets by typing `npm start` and nothing else. */
  isDefault: boolean;
}

export const defaultName = 'todo-chatbot';

/**
 * Reads the instance from the environment; every fault is named at once.
 *
 * @throws {Failure} naming the variable and the values that it may have.
 */
export function readInstance(env: NodeJS.ProcessEnv = process.env): Instance {
  const faults: string[] = [];
  const name = env.TODO_INSTANCE || defaultName;
  // kind and minikube make container and host names of it, with suffixes.
  if (!/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/.test(name)) {
    faults.push(`TODO_INSTANCE=${name}: 2 to 40 of a-z, 0-9 and -, starting with a letter`);
  }
  const choice = readChoice(env.TODO_CLUSTER, faults);
  const port = readPort(env, { key: 'TODO_PORT', fallback: 8080 }, faults);
  const registryPort = readPort(env, { key: 'TODO_REGISTRY_PORT', fallback: 5001 }, faults);
  if (port === registryPort) faults.push('TODO_PORT and TODO_REGISTRY_PORT must differ');
  if (faults.length > 0) {
    throw new Failure({
      what: `The settings in the environment are wrong:\n${faults.map((fault) => `   ${fault}`).join('\n')}`,
      cure: 'set them to an allowed value, or unset them for the defaults',
    });
  }
  const stateDir = join(base(env.XDG_STATE_HOME, '.local/state'), defaultName, name);
  return {
    name,
    choice,
    port,
    registryPort,
    address: addressOf(port),
    stateDir,
    cacheDir: join(base(env.XDG_CACHE_HOME, '.cache'), defaultName),
    kubeconfig: join(stateDir, 'kubeconfig'),
    secretsFile: join(stateDir, 'secrets.yaml'),
    logsDir: join(stateDir, 'logs'),
    isDefault: name === defaultName,
  };
}

/** Where a person reaches the app that is published at a port. */
export function addressOf(port: number): string {
  return `http://localhost:${port}`;
}

/** Makes the instance's directories; only their owner can look into the state. */
export function makeDirectories(instance: Instance): void {
  mkdirSync(instance.stateDir, { recursive: true, mode: 0o700 });
  mkdirSync(instance.logsDir, { recursive: true, mode: 0o700 });
  mkdirSync(instance.cacheDir, { recursive: true });
}

/** The settings as the environment of a child process, so that it means the same instance. */
export function instanceEnvironment(
  instance: Instance,
  provider: ProviderChoice,
): NodeJS.ProcessEnv {
  return {
    TODO_INSTANCE: instance.name,
    TODO_CLUSTER: provider.context ? `context:${provider.context}` : provider.name,
    TODO_PORT: String(instance.port),
    TODO_REGISTRY_PORT: String(instance.registryPort),
  };
}

function readChoice(value: string | undefined, faults: string[]): ProviderChoice | undefined {
  if (!value) return undefined;
  if (value === 'kind' || value === 'minikube') return { name: value };
  const context = /^context:(.+)$/.exec(value)?.[1];
  if (context) return { name: 'context', context };
  faults.push(
    `TODO_CLUSTER=${value}: one of kind, minikube, context:<name of a kubeconfig context>`,
  );
  return undefined;
}

function readPort(
  env: NodeJS.ProcessEnv,
  { key, fallback }: { key: string; fallback: number },
  faults: string[],
): number {
  const value = env[key];
  if (!value) return fallback;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    faults.push(`${key}=${value}: a port, 1 to 65535`);
    return fallback;
  }
  return port;
}

/** XDG says that a relative path is to be ignored. */
function base(configured: string | undefined, fallback: string): string {
  return configured?.startsWith('/') ? configured : join(homedir(), fallback);
}
