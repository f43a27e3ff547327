import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contextFiles, ignoreFileOf } from './build-context.ts';
import { configDigest } from './config-digest.ts';
import { contentParts, contentTag, type ContentParts } from './content-hash.ts';
import { nameContext } from './context-name.ts';
import { readDockerfile } from './dockerfile.ts';
import { docker, findDocker, forgetDocker } from './engine.ts';
import { Failure, lastLines } from './failure.ts';
import { findImage, tagImage, type StoredImage } from './image-store.ts';
import type { ImageRef } from './cluster.ts';
import type { Note } from './report.ts';

/** How to build an image. */
export interface ImageSpec {
  /** Name without a tag, for example `todo-backend`. */
  repository: string;
  /** The folder that the engine is given, absolute. */
  context: string;
  dockerfile: string;
  /** Build arguments. */
  args: Readonly<Record<string, string>>;
  /** A folder that remembers what was read and sent, absolute; without it all is read each time. */
  memory?: string;
  /** A file that the whole output of the build is appended to. */
  log?: string;
}

export interface BuiltImage extends ImageRef {
  tag: string;
  built: boolean;
  /** Why it was built, or why not. */
  reason: string;
  /** Size of the image. */
  bytes: number;
}

/** What an image's tag will be, and the parts it is made of. Builds nothing. */
export interface PlannedImage {
  spec: ImageSpec;
  tag: string;
  reference: string;
  parts: ContentParts;
}

const partsLabel = 'rollout.nx.parts';

/** Works out the tag from everything that goes into the image. */
export async function planImage(spec: ImageSpec, note?: Note): Promise<PlannedImage> {
  const { context, dockerfile, args, memory } = spec;
  const { bases, sources } = readDockerfile(await readFile(dockerfile, 'utf8'), args);
  const ignoreFile = ignoreFileOf(dockerfile, context);
  const ids = await Promise.all(
    bases.map(async (base) => [base, await baseId(base, note)] as const),
  );
  const parts = await contentParts({
    root: context,
    files: contextFiles(context, sources, ignoreFile),
    recipe: [dockerfile, ignoreFile].filter((path) => path !== undefined),
    args: Object.fromEntries(Object.entries(args).filter(([, value]) => !bases.includes(value))),
    bases: Object.fromEntries(ids),
    digests: memory && join(memory, 'digests.json'),
  });
  const tag = contentTag(parts);
  return { spec, tag, reference: `${spec.repository}:${tag}`, parts };
}

/** Builds an image unless the engine has one with the same content, and tags it `latest` as well. */
export async function buildImage(
  { spec, tag, reference, parts }: PlannedImage,
  note?: Note,
): Promise<BuiltImage> {
  const latest = `${spec.repository}:latest`;
  const [present, previous] = await Promise.all([findImage(reference), findImage(latest)]);
  const reason = present ? 'unchanged' : whyBuild(parts, previous);
  if (!present) {
    note?.(`building: ${reason}`);
    await build(spec, reference, parts);
  }
  const image = present ?? (await findImage(reference));
  if (!image) {
    throw new Failure({
      what: `The build of ${reference} ended well, but the engine does not have the image.`,
      cure: 'docker system df (is the disk full?), then the same command again',
    });
  }
  if (image.id !== previous?.id) await tagImage(reference, latest);
  const id = await configDigest(reference, image);
  return { reference, id, tag, built: !present, reason, bytes: image.bytes };
}

/** The image of a plan as the engine has it. */
export async function requireImage(planned: PlannedImage, cure: string): Promise<ImageRef> {
  const image = await findImage(planned.reference);
  if (!image) {
    throw new Failure({ what: `The image ${planned.reference} is not on the engine.`, cure });
  }
  return { reference: planned.reference, id: await configDigest(planned.reference, image) };
}

/** Names the kinds of input that differ from the image that was built last. */
export function whyBuild(parts: ContentParts, previous: StoredImage | undefined): string {
  const recorded = previous?.labels[partsLabel];
  if (!recorded) return 'no image yet';
  const before = JSON.parse(recorded) as Partial<ContentParts>;
  const changed = Object.entries(parts).filter(
    ([kind, hash]) => before[kind as keyof ContentParts] !== hash,
  );
  if (changed.length === 0) return 'the image was removed';
  return `${changed.map(([kind]) => kind).join(', ')} changed`;
}

async function baseId(reference: string, note?: Note): Promise<string> {
  const present = await findImage(reference);
  if (present) return present.id;
  note?.(`pulling ${reference}`);
  await docker(['pull', '--quiet', reference], {
    cure: `npm start (where no image registry answers it builds the base images), or docker pull ${reference}`,
  });
  const pulled = await findImage(reference);
  return pulled?.id ?? reference;
}

async function build(spec: ImageSpec, reference: string, parts: ContentParts): Promise<void> {
  const { builder } = await findDocker();
  const args = Object.entries(spec.args);
  const context = spec.memory ? nameContext(spec, spec.memory) : spec.context;
  const { exitCode, stdout, stderr } = await docker(
    [
      'build',
      // buildx may have a builder that keeps its results to itself, and adds an index for provenance.
      ...(builder === 'buildx' ? ['--load', '--provenance=false'] : []),
      ...['--progress', 'plain', '--file', spec.dockerfile, '--tag', reference],
      ...['--label', `${partsLabel}=${JSON.stringify(parts)}`],
      ...args.flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
      context,
    ],
    { mayFail: true, log: spec.log },
  );
  if (exitCode === 0) return;
  forgetDocker();
  throw new Failure({
    what: `The image ${spec.repository} could not be built from ${spec.dockerfile}.`,
    cure: 'correct the Dockerfile or what it copies, then the same command again',
    tail: lastLines(builderWords(`${stdout}\n${stderr}`)),
    log: spec.log,
  });
}

/** The part of a builder's plain output that says what failed: from the failing step on. */
export function builderWords(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const start = lines.findLastIndex((line) => /^( > |-{3,}$)/.test(line));
  const failing = lines.findIndex((line) => /\bERROR:?\b/i.test(line));
  const from = start >= 0 && failing >= 0 ? Math.min(start, failing) : Math.max(start, failing);
  return lines.slice(Math.max(from, 0)).join('\n');
}
