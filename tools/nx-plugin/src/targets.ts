import type { TargetConfiguration } from '@nx/devkit';

export interface TargetNames {
  /** The project's folder, relative to the workspace. */
  root: string;
  name: string;
}

type Targets = Record<string, TargetConfiguration>;

/** The targets of a project with a Dockerfile; it is deployed by `charts`. */
export function appTargets({ root, name }: TargetNames, charts: readonly string[]): Targets {
  return {
    'docker-build': task(root, 'docker-build', {
      dependsOn: ['build'],
      description: `Build the image todo-${name}, tagged with a hash of its content`,
    }),
    // @nx/docker would run an image named after the folder, which nothing builds.
    'docker-run': {
      command: `docker run --rm {args} todo-${name}:latest`,
      dependsOn: ['docker-build'],
      cache: false,
      metadata: { technologies: ['docker'], description: `Run the image todo-${name}` },
    },
    'minikube-load': task(root, 'minikube-load', {
      dependsOn: ['docker-build'],
      description: `Bring the image todo-${name} to every node of the cluster`,
    }),
    ...(charts.length > 0 && {
      deploy: task(root, 'deploy', {
        dependsOn: [{ projects: [...charts], target: 'helm-deploy' }],
        description: `Deploy ${name} and say where it runs`,
      }),
    }),
  };
}

/** The targets of a chart that deploys `apps`. */
export function chartTargets({ root }: TargetNames, apps: readonly string[]): Targets {
  return {
    'helm-deploy': task(root, 'helm-deploy', {
      dependsOn: apps.length > 0 ? [{ projects: [...apps], target: 'minikube-load' }] : [],
      description: 'Bring the release to the chart and the images as they are now',
    }),
    deploy: task(root, 'deploy', {
      dependsOn: ['helm-deploy'],
      description: 'Deploy the release and say where it runs',
    }),
  };
}

/**
 * A task that can be typed without Nx as well. Nx never takes one for done: an
 * image may be removed, a cluster made anew; each task looks for itself.
 */
function task(
  root: string,
  target: string,
  { dependsOn, description }: { dependsOn: TargetConfiguration['dependsOn']; description: string },
): TargetConfiguration {
  return {
    command: `node tools/nx-plugin/src/tasks/${target}.ts ${root}`,
    dependsOn,
    cache: false,
    metadata: { technologies: ['docker', 'kubernetes'], description },
  };
}
