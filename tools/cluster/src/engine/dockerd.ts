import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure, lastLines, type Note } from '@todo-chatbot/rollout';
import { administrativePath } from '../programs.ts';
import { livingProcess, removeStaleFiles, waitForEnd } from './stale.ts';

/** Where an engine keeps its things; only tests have another one than the system's. */
export interface EngineLayout {
  socket: string;
  pidFile: string;
  execRoot: string;
  containerdSocket: string;
  options: string[];
}

export const systemLayout: EngineLayout = {
  socket: '/var/run/docker.sock',
  pidFile: '/var/run/docker.pid',
  execRoot: '/var/run/docker',
  containerdSocket: '/run/containerd/containerd.sock',
  options: [],
};

export interface StartOptions {
  program: string;
  layout: EngineLayout;
  log: string;
  note?: Note;
  /** Milliseconds an engine may take to answer; long, because it restores containers first. */
  patience?: number;
}

/**
 * Starts dockerd as a background process that outlives this one, for machines
 * where no service manager does it, and waits until it answers.
 *
 * @throws {Failure} with dockerd's last words when it ends instead.
 */
export async function startDockerd(options: StartOptions): Promise<void> {
  const { program, layout, log, note, patience = 90_000 } = options;
  const alive = livingProcess(layout.pidFile, 'dockerd');
  if (alive === undefined) {
    const containerdPidFile = join(layout.execRoot, 'containerd/containerd.pid');
    await waitForEnd(containerdPidFile, 'containerd');
    const stale = await removeStaleFiles({
      pidFile: layout.pidFile,
      containerdPidFile,
      containerdSocket: layout.containerdSocket,
    });
    if (stale.length > 0) note?.(`starting dockerd after one that was killed`);
  }
  const ended = alive === undefined ? launch(program, layout.options, log) : { code: undefined };
  const deadline = Date.now() + patience;
  while (!(await ping(layout.socket))) {
    if (ended.code !== undefined) throw notStarted(`dockerd ended with ${ended.code}.`, log);
    if (Date.now() > deadline) throw notStarted('dockerd runs, but does not answer.', log);
    await pause(50);
  }
}

/** Whether an engine answers on the socket. */
export function ping(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.end();
  });
}

/** Ends a background engine and waits until it is gone. */
export async function stopDockerd(layout: EngineLayout): Promise<void> {
  const pid = livingProcess(layout.pidFile, 'dockerd');
  if (pid === undefined) return;
  process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + 60_000;
  while (livingProcess(layout.pidFile, 'dockerd') === pid) {
    if (Date.now() > deadline) {
      throw new Failure({
        what: `dockerd (process ${pid}) does not end.`,
        cure: `kill -9 ${pid}, then npm start`,
      });
    }
    await pause(50);
  }
}

function launch(program: string, options: string[], log: string): { code: string | undefined } {
  const output = openSync(log, 'a');
  const child = spawn(program, options, {
    detached: true,
    stdio: ['ignore', output, output],
    cwd: '/',
    env: { ...process.env, PATH: administrativePath() },
  });
  closeSync(output);
  child.unref();
  const ended: { code: string | undefined } = { code: undefined };
  child.once('error', (error) => (ended.code = error.message));
  child.once('exit', (code, signal) => (ended.code = signal ?? `exit code ${code}`));
  return ended;
}

function notStarted(what: string, log: string): Failure {
  return new Failure({
    what: `The container engine did not start: ${what}`,
    cure: 'look at its last lines; when another container engine is wanted, start that one and run npm start again',
    tail: lastLines(readFileSync(log, 'utf8'), 12),
    log,
  });
}
