import { loadAll } from 'js-yaml';
import type { Drift } from './decision.ts';
import { isWorkload, nameOf, type KubeObject, type Workload } from './objects.ts';
import { progressOf } from './progress.ts';

/** The objects of a rendered manifest. */
export function parseManifestObjects(manifest: string): KubeObject[] {
  return (loadAll(manifest) as (KubeObject | null)[]).filter(
    (object) => object !== null && typeof object === 'object',
  );
}

/** Compares what was deployed with what the cluster has. */
export function driftOf(deployed: readonly KubeObject[], live: readonly KubeObject[]): Drift {
  const present = new Map(live.map((object) => [nameOf(object), object]));
  const broken: string[] = [];
  const unready: string[] = [];
  for (const object of deployed) {
    const found = present.get(nameOf(object));
    if (!found) broken.push(`${nameOf(object)} is missing`);
    else if (isWorkload(object) && isWorkload(found)) {
      broken.push(...changesByHand(object, found));
      const { done, ready, wanted } = progressOf(found);
      if (!done) unready.push(`${nameOf(object)} is ready ${ready}/${wanted}`);
    }
  }
  return { broken, unready };
}

function changesByHand(deployed: Workload, live: Workload): string[] {
  const wanted = imagesOf(deployed);
  const images = imagesOf(live);
  const faults = Object.keys(wanted)
    .filter((container) => images[container] !== wanted[container])
    .map((container) => `${nameOf(deployed)} runs ${images[container] ?? `no ${container}`}`);
  const replicas = deployed.spec.replicas;
  if (replicas !== undefined && live.spec.replicas !== replicas) {
    faults.push(`${nameOf(deployed)} was scaled to ${live.spec.replicas}`);
  }
  return faults;
}

function imagesOf({ spec }: Workload): Record<string, string> {
  return Object.fromEntries(spec.template.spec.containers.map(({ name, image }) => [name, image]));
}
