import { existsSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Files by which an engine finds its parts; they survive it when it is killed. */
export interface EngineFiles {
  pidFile: string;
  containerdPidFile: string;
  /** A containerd that the system runs; dockerd uses it whenever this path exists. */
  containerdSocket: string;
}

/** The process in a pid file when it lives and is that program; a number used again by another is not. */
export function livingProcess(pidFile: string, program: string): number | undefined {
  const pid = Number(readText(pidFile));
  if (!(pid > 0)) return undefined;
  const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readText(`/proc/${pid}/stat`) ?? '') ?? [];
  // A zombie keeps its number and name until somebody collects it, which not every PID 1 does.
  return name === program && state !== 'Z' && state !== 'X' ? pid : undefined;
}

/**
 * Waits for a process that is about to die. dockerd's own containerd dies with
 * it, but not at once; a dockerd started in between takes it for a running one
 * and gives up after 15 s. One that really goes on living is fine for dockerd.
 */
export async function waitForEnd(pidFile: string, program: string): Promise<void> {
  const deadline = Date.now() + 2_000;
  while (livingProcess(pidFile, program) !== undefined && Date.now() < deadline) await pause(25);
}

/**
 * Removes what a killed engine left behind and what would keep a new one from
 * starting: pid files of processes that are gone, and a dead containerd socket.
 */
export async function removeStaleFiles(files: EngineFiles): Promise<string[]> {
  const stale = [
    livingProcess(files.pidFile, 'dockerd') === undefined && files.pidFile,
    livingProcess(files.containerdPidFile, 'containerd') === undefined && files.containerdPidFile,
    !(await answers(files.containerdSocket)) && files.containerdSocket,
  ].filter((file): file is string => file !== false && existsSync(file));
  for (const file of stale) rmSync(file);
  return stale;
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
