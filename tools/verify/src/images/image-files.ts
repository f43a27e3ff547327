import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker, run } from '@todo-chatbot/rollout';

/** The part of an image's configuration that decides how it runs. */
export interface ImageConfig {
  User: string;
  ExposedPorts?: object;
  Entrypoint: string[] | null;
  Cmd: string[];
  WorkingDir: string;
  StopSignal: string;
  Healthcheck?: { Test: string[] };
}

export async function configOf(image: string): Promise<ImageConfig> {
  const { stdout } = await docker(['image', 'inspect', '--format', '{{json .Config}}', image]);
  return JSON.parse(stdout) as ImageConfig;
}

/** Bytes of an image, as the engine counts them. */
export async function sizeOf(image: string): Promise<number> {
  const { stdout } = await docker(['image', 'inspect', '--format', '{{.Size}}', image]);
  return Number(stdout);
}

/** Unpacks an image, each layer into a folder of its own, and returns the names of all files in it. */
export async function unpackLayers(image: string): Promise<{ folder: string; files: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'image-layers-'));
  const archive = join(folder, 'image.tar');
  await docker(['save', '--output', archive, image]);
  await run('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
  const files: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const listed = await run('tar', ['-tf', join(folder, name)], { mayFail: true });
    if (listed.exitCode !== 0) continue;
    files.push(...listed.stdout.split('\n'));
    mkdirSync(join(folder, `${name}.unpacked`));
    await run('tar', ['-xf', join(folder, name), '-C', join(folder, `${name}.unpacked`)]);
    rmSync(join(folder, name));
  }
  return { folder, files };
}

/** What a container of an image sees: the names of all files, and the text of those asked for. */
export async function exportFiles(
  image: string,
  wanted: readonly string[] = [],
): Promise<{ files: string[]; texts: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'image-files-'));
  const archive = join(folder, 'root.tar');
  const { stdout } = await docker(['create', image]);
  const container = stdout.trim();
  try {
    await docker(['export', '--output', archive, container]);
    const { stdout: list } = await run('tar', ['-tf', archive]);
    const texts = wanted.map(async (name) => (await run('tar', ['-xOf', archive, name])).stdout);
    return { files: list.split('\n').filter(Boolean), texts: await Promise.all(texts) };
  } finally {
    await docker(['rm', container]);
    rmSync(folder, { recursive: true });
  }
}
