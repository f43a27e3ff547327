import { randomBytes } from 'node:crypto';
import { ensureCompose, resolveBases } from '@todo-chatbot/closed-network';
import { docker, findDocker, run, type RunResult } from '@todo-chatbot/rollout';
import { workspaceRoot } from '../nx.ts';

/** A name and ports of its own, so that it never meets what a person has brought up. */
const name = 'todo-chatbot-compose-test';
const frontendPort = '18300';
export const backendPort = '18301';
export const address = `http://localhost:${frontendPort}`;

/** The workspace's docker-compose.yml, as a project for tests. */
export interface Project {
  /** Runs a subcommand: `docker compose <args>`. */
  compose(...args: string[]): Promise<RunResult>;
  /** Removes containers, volumes, network and images. */
  remove(): Promise<void>;
}

const secret = () => randomBytes(32).toString('hex');

/** Compose with what `.env` would say: secrets, and bases from packages where no registry answers. */
export async function testProject(log: string): Promise<Project> {
  const [[command, ...first], bases] = await Promise.all([composeCommand(log), resolveBases()]);
  const env = {
    COMPOSE_PROJECT_NAME: name,
    IMAGE_TAG: 'compose-test',
    FRONTEND_PORT: frontendPort,
    BACKEND_PORT: backendPort,
    POSTGRES_PASSWORD: secret(),
    BETTER_AUTH_SECRET: secret(),
    JWT_SECRET: secret(),
    NODE_IMAGE: bases.node,
    RUNTIME_IMAGE: bases.runtime,
    POSTGRES_IMAGE: bases.postgres,
    // Where TLS is signed again, the build has to know by whom.
    CA_FILE: process.env.NODE_EXTRA_CA_CERTS ?? '/dev/null',
    DOCKER_BUILDKIT: '1',
  };
  const compose = (...args: string[]) =>
    run(command, [...first, ...args], { cwd: workspaceRoot, env, log });
  return {
    compose,
    async remove() {
      await compose('down', '--volumes', '--remove-orphans', '--timeout', '30');
      const images = ['frontend', 'backend'].map((app) => `todo-${app}:${env.IMAGE_TAG}`);
      await docker(['rmi', ...images], { mayFail: true });
    },
  };
}

/** The plugin of the docker client where it is there, else the same program built here. */
async function composeCommand(log: string): Promise<[string, ...string[]]> {
  const { path } = await findDocker();
  const asked = await run(path, ['compose', 'version'], { mayFail: true });
  return asked.exitCode === 0 ? [path, 'compose'] : [await ensureCompose({ log })];
}
