import { namespaced } from '../kube/kinds.ts';
import type { Workload } from './objects.ts';
import { progressOf, type Progress } from './progress.ts';
import { apiOf, type Target } from './target.ts';

/** What a Deployment runs, and how many of its pods are ready. */
export interface Running extends Progress {
  name: string;
  images: string[];
}

/** The Deployments of the target's namespace as they are. */
export async function readRunning(target: Target): Promise<Running[]> {
  const path = namespaced('apps/v1', target.namespace, 'deployments');
  const { items } = await apiOf(target).list<Workload>(path);
  return items.map((item) => {
    const deployment: Workload = { ...item, kind: 'Deployment' };
    return {
      ...progressOf(deployment),
      name: deployment.metadata.name,
      images: deployment.spec.template.spec.containers.map(({ image }) => image),
    };
  });
}
