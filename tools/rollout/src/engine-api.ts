import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { findDocker } from './engine.ts';
import { socketOf } from './engine-socket.ts';
import { send, type Exchange } from './exchange.ts';
import { Failure } from './failure.ts';
import { Agent } from './http.ts';

/** What a program in a container said, and how it ended. */
export interface ExecResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

interface Answer {
  status: number;
  body: Buffer;
}

/**
 * Asks the engine's API, which takes milliseconds where a docker client takes
 * a process; undefined when there is no such thing.
 *
 * @throws {Failure} when the engine is away or refuses.
 * @see https://docs.docker.com/reference/api/engine/
 */
export async function engineGet<T>(path: string): Promise<T | undefined> {
  const { status, body } = await ask({ method: 'GET', path });
  if (status === 404) return undefined;
  return JSON.parse(expectDone(path, { status, body }).toString()) as T;
}

/** Changes something on the engine; what is not there needs no removal. */
export async function engineChange(method: 'POST' | 'DELETE', path: string): Promise<void> {
  const answer = await ask({ method, path });
  if (method === 'DELETE' && answer.status === 404) return;
  expectDone(path, answer);
}

/** Runs a program in a container and waits for its end. */
export async function engineExec(
  container: string,
  command: readonly string[],
): Promise<ExecResult> {
  const created = `/containers/${encodeURIComponent(container)}/exec`;
  const options = { AttachStdout: true, AttachStderr: true, Cmd: command };
  const made = expectDone(created, await ask({ method: 'POST', path: created, body: options }));
  const { Id } = JSON.parse(made.toString()) as { Id: string };
  const start = `/exec/${Id}/start`;
  const attached = { Detach: false, Tty: false };
  const output = expectDone(start, await ask({ method: 'POST', path: start, body: attached }));
  const ended = await engineGet<{ ExitCode: number | null }>(`/exec/${Id}/json`);
  return { ...readStreams(output), exitCode: ended?.ExitCode ?? 1 };
}

/** Takes the two streams apart: each piece has its stream's number and its length before it. */
export function readStreams(output: Buffer): { stdout: string; stderr: string } {
  const pieces: Record<number, Buffer[]> = {};
  for (let at = 0; at + 8 <= output.length;) {
    const end = at + 8 + output.readUInt32BE(at + 4);
    (pieces[output[at] ?? 1] ??= []).push(output.subarray(at + 8, end));
    at = end;
  }
  const text = (stream: number) => Buffer.concat(pieces[stream] ?? []).toString();
  return { stdout: text(1), stderr: text(2) };
}

function expectDone(path: string, { status, body }: Answer): Buffer {
  if (status < 400) return body;
  const words = body.toString();
  throw new Failure({
    what: `The container engine refuses ${path.split('?')[0]} (${status}).`,
    cure: 'docker info (does the engine work?), then the same command again',
    tail: /"message":"(.*?)"/.exec(words)?.[1] ?? words,
  });
}

async function ask(asked: Exchange): Promise<Answer> {
  const agent = await (connections ??= openAgent());
  try {
    const response = await send(agent, asked);
    return { status: response.statusCode ?? 500, body: await buffer(response) };
  } catch (cause) {
    throw new Failure({
      what: 'The container engine does not answer.',
      cure: 'start it (Docker Desktop, or systemctl start docker), then the same command again',
      tail: cause instanceof Error ? cause.message : undefined,
      cause,
    });
  }
}

let connections: Promise<Agent> | undefined;

/** Connects as the docker client would: to a socket itself, to anything else through that client. */
async function openAgent(): Promise<Agent> {
  const socket = socketOf();
  const agent = new Agent({ keepAlive: true, timeout: 10 * 60_000 });
  const client = socket ? undefined : (await findDocker()).path;
  agent.createConnection = () => (client ? dial(client) : createConnection(socket ?? ''));
  return agent;
}

/** The client's own way to the engine, whatever it is: TLS, SSH, a named pipe. */
function dial(client: string): Duplex {
  const child = spawn(client, ['system', 'dial-stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.unref();
  return Duplex.from({ readable: child.stdout, writable: child.stdin });
}
