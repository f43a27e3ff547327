import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@todo-chatbot/rollout';
import { cacheDir } from './machine.ts';

/** Where images come from: public registries, or built here from packages. */
export type ImageSource = 'public' | 'packages';

const registries = ['https://registry-1.docker.io/v2/', 'https://gcr.io/v2/'];
const patience = 3_000;

/** Asks the public image registries whether they answer; `TODO_IMAGES` overrides them. */
export async function registryAnswers(addresses: readonly string[] = registries): Promise<boolean> {
  const wish = wishedSource();
  if (wish) return wish === 'public';
  const answers = await Promise.all(addresses.map(speaksRegistry));
  return answers.every(Boolean);
}

/**
 * The source of images on this machine. The first answer is remembered, because
 * another base under the same app would roll it out again for no reason.
 */
export async function imageSource(): Promise<ImageSource> {
  const wish = wishedSource();
  if (wish) return wish;
  const file = join(cacheDir(), 'image-source');
  const remembered = await readFile(file, 'utf8').catch(() => '');
  if (isSource(remembered)) return remembered;
  const source = (await registryAnswers()) ? 'public' : 'packages';
  await mkdir(cacheDir(), { recursive: true });
  await writeFile(file, source);
  return source;
}

function wishedSource(): ImageSource | undefined {
  const wish = process.env.TODO_IMAGES;
  if (!wish) return undefined;
  if (isSource(wish)) return wish;
  throw new Failure({
    what: `TODO_IMAGES is "${wish}".`,
    cure: 'set it to public (pull images) or packages (build them here), or leave it unset',
  });
}

function isSource(text: string): text is ImageSource {
  return text === 'public' || text === 'packages';
}

/** A registry says so in a header; a gateway that blocks the way does not. */
async function speaksRegistry(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
    await answer.body?.cancel();
    return answer.headers.has('docker-distribution-api-version');
  } catch {
    return false;
  }
}
