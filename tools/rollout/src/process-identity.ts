import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process, told apart from every other one, also from a later one with its number. */
export interface ProcessIdentity {
  pid: number;
  /** Where its number means it: host, boot and (on Linux) namespace of process numbers. */
  place: string;
  /** When it began, as its system counts; empty where that cannot be known. */
  began: string;
}

/** This process. */
export async function thisProcess(): Promise<ProcessIdentity> {
  const [place, began] = await Promise.all([thisPlace(), beginning(process.pid)]);
  return { pid: process.pid, place, began: began ?? '' };
}

/** Whether a process is known to have ended; one of another place is never known to. */
export async function hasEnded(process: ProcessIdentity): Promise<boolean> {
  return process.place === (await thisPlace()) && !(await lives(process));
}

/** Whether a process of this place still runs; one of another place, such as an earlier boot, does not. */
export async function livesHere(process: ProcessIdentity): Promise<boolean> {
  return process.place === (await thisPlace()) && lives(process);
}

async function lives({ pid, began }: ProcessIdentity): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = await beginning(pid);
  return now === undefined || now === began;
}

async function thisPlace(): Promise<string> {
  const [boot, numbers] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return [hostname(), boot.trim(), numbers].filter(Boolean).join('/');
}

/** Start time of a process as Linux counts it, in ticks since the boot; unknown elsewhere. */
async function beginning(pid: number): Promise<string | undefined> {
  const stats = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field, a name in brackets, may hold spaces; the 22nd is the start time.
  return stats?.slice(stats.lastIndexOf(')') + 2).split(' ')[19];
}
