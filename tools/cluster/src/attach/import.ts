import { findDocker, type LoadResult } from '@todo-chatbot/rollout';
import { pipeImage } from './pipe.ts';

/** Pipes an image whole into nodes that are containers of the local engine: the way without a registry. */
export async function importOn(nodes: readonly string[], reference: string): Promise<LoadResult> {
  const { path } = await findDocker();
  let bytes = 0;
  for (const node of nodes) {
    const program = ['ctr', '-n', 'k8s.io', 'images', 'import', '-'];
    bytes += await pipeImage(reference, [path, 'exec', '--interactive', node, ...program]);
  }
  return { bytes, via: 'piped save' };
}
