import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The engine's socket on this machine; undefined when it is reached in another way. */
export function socketOf(
  env: NodeJS.ProcessEnv = process.env,
  home = homedir(),
): string | undefined {
  if (env.DOCKER_HOST) return /^unix:\/\/(.+)$/.exec(env.DOCKER_HOST)?.[1];
  const context = env.DOCKER_CONTEXT ?? currentContext(env.DOCKER_CONFIG ?? join(home, '.docker'));
  return context === 'default' ? '/var/run/docker.sock' : undefined;
}

function currentContext(folder: string): string {
  const file = join(folder, 'config.json');
  if (!existsSync(file)) return 'default';
  const config = JSON.parse(readFileSync(file, 'utf8')) as { currentContext?: string };
  return config.currentContext || 'default';
}
