import { spawn } from 'node:child_process';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Failure, findDocker, lastLines } from '@todo-chatbot/rollout';

/**
 * Pipes an image out of the engine into a program, without a file between.
 *
 * @returns the bytes that went through.
 * @throws {Failure} when either end fails.
 */
export async function pipeImage(
  reference: string,
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const { path } = await findDocker();
  const save = spawn(path, ['save', reference], { stdio: ['ignore', 'pipe', 'pipe'] });
  const load = spawn(program, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const [saved, loaded] = await Promise.all([
    ending(save),
    ending(load),
    // A program that ends early closes its input; its own words say why.
    pipeline(save.stdout, count, load.stdin).catch(() => undefined),
  ]);
  for (const { code, output } of [loaded, saved]) {
    if (code === 0) continue;
    throw new Failure({
      what: `${reference} could not be piped into ${[program, ...args].join(' ')}.`,
      cure: 'npm run doctor, then the same command again',
      tail: lastLines(output),
    });
  }
  return bytes;
}

function ending(child: ReturnType<typeof spawn>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stderr?.on('data', collect);
    // docker's own standard output is the image.
    if (child.stdin) child.stdout?.on('data', collect);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
