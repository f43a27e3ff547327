import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  deployForeseen,
  foresee,
  pruneImages,
  reach,
  type Cluster,
  type Foresight,
  type ReleaseSpec,
  type Target,
} from '@todo-chatbot/rollout';
import type { ReleaseOptions } from '../options.ts';
import type { Session } from '../session.ts';
import { image } from './image.ts';
import { load } from './load.ts';
import type { Step } from './step.ts';

/** Brings images and nodes to the builds, and then the release to the chart and the images, as they are now. */
export const release: Step = async (project, session) => {
  const { root, options } = session.release(project);
  const foreseen = foreseeRelease(root, options, session);
  // Waited for last: until then nobody hears that it fails.
  foreseen.catch(() => undefined);
  const beside = [session.cluster().then(reach), session.loadOthers()];
  await bringImages(Object.keys(options.images), session, beside);
  const foresight = await foreseen;
  const { history, action } = await deployForeseen(foresight, session.report);
  if (action === 'none') return;
  const { cluster } = foresight.target;
  const images = Object.values(foresight.spec.images);
  const reachable = history.flatMap(({ inputs }) => Object.values(inputs));
  const needed = new Set([...images.map(({ tag }) => tag), ...reachable]);
  for (const { repository } of images) await pruneImages(repository, needed, cluster);
};

/** Each app beside the others; the first failure is told when all of them have ended. */
async function bringImages(
  apps: readonly string[],
  session: Session,
  beside: readonly Promise<void>[],
): Promise<void> {
  const each = apps.map(async (app) => {
    await image(app, session);
    await load(app, session);
  });
  const ends = await Promise.allSettled([...each, ...beside]);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

/** The release of a chart on a cluster. */
export function targetOf(cluster: Cluster, { namespace, release }: ReleaseOptions): Target {
  return { cluster, namespace, release };
}

/** What is to be deployed where is known as soon as the images' tags are: long before the images. */
async function foreseeRelease(
  chart: string,
  options: ReleaseOptions,
  session: Session,
): Promise<Foresight> {
  const cluster = await session.cluster();
  const spec = await specOf(chart, options, { session, cluster });
  return foresee(targetOf(cluster, options), spec);
}

async function specOf(
  chart: string,
  options: ReleaseOptions,
  { session, cluster }: { session: Session; cluster: Cluster },
): Promise<ReleaseSpec> {
  const images = Object.entries(options.images).map(async ([app, path]) => {
    const { spec, tag } = await session.plan(app);
    return [app, { path, repository: spec.repository, tag }] as const;
  });
  const own = options.values
    .map((name) => name.replaceAll('{provider}', cluster.provider))
    .map((name) => [name.replace(/\.ya?ml$/, ''), join(chart, name)] as const)
    .filter(([, file]) => existsSync(file));
  return {
    chart,
    valuesFiles: { ...Object.fromEntries(own), ...cluster.valuesFiles },
    images: Object.fromEntries(await Promise.all(images)),
    values: cluster.values,
  };
}
