import type { Workload } from './objects.ts';
import { progressOf, type Progress } from './progress.ts';
import { list, type Target } from './target.ts';

/** What a Deployment runs, and how many of its pods are ready. */
export interface Running extends Progress {
  name: string;
  images: string[];
}

/** The Deployments of the target's namespace as they are. */
export async function readRunning(target: Target): Promise<Running[]> {
  const deployments = await list<Workload>(target, ['get', 'deployments']);
  return deployments.map((deployment) => ({
    ...progressOf(deployment),
    name: deployment.metadata.name,
    images: deployment.spec.template.spec.containers.map(({ image }) => image),
  }));
}
