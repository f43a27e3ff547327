import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Failure } from '@todo-chatbot/rollout';

/** The npm package of this project that carries the Node binary of containers. */
export interface NodePackage {
  version: string;
  binary: string;
}

/** Finds the Node that `npm ci` installed for this processor: the one the tools run on too. */
export function nodePackage(arch: string = process.arch): NodePackage {
  const name = `node-linux-${arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    const { version } = createRequire(import.meta.url)(manifest) as { version: string };
    return { version, binary: join(dirname(manifest), 'bin', 'node') };
  } catch (cause) {
    throw new Failure({
      what: `The npm package ${name} with Node for containers is not installed.`,
      cure: 'npm ci (with optional dependencies)',
      cause,
    });
  }
}
