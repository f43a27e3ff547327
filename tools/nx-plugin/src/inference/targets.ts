import type { TargetConfiguration } from '@nx/devkit';
import type { PluginOptions, StepOptions } from '../options.ts';
import type { Chart, Found } from './found.ts';

type Targets = Record<string, TargetConfiguration>;

/** The targets of a project with a Dockerfile. */
export function appTargets(
  { root, name }: Found,
  { charts, options }: { charts: readonly Chart[]; options: PluginOptions },
): Targets {
  const chart = charts.find(({ images }) => name in images);
  const repository = chart?.images[name]?.repository ?? name.replace(/^@.*\//, '');
  const context = options.context === 'workspace' ? '.' : root;
  const args = options.args ?? {};
  const step = task(options);
  return {
    'docker-build': step({ step: 'image', repository, context, args }, ['build'], {
      description: `Build the image ${repository}, tagged with a hash of its content`,
    }),
    // @nx/docker would run an image named after the folder, which nothing builds.
    'docker-run': {
      command: `docker run --rm {args} ${repository}:latest`,
      dependsOn: ['docker-build'],
      cache: false,
      metadata: { technologies: ['docker'], description: `Run the image ${repository}` },
    },
    'minikube-load': step({ step: 'load' }, ['docker-build'], {
      description: `Bring the image ${repository} to every node of the cluster`,
    }),
    ...(chart && {
      deploy: step({ step: 'live', chart: chart.name }, release(chart), {
        description: `Deploy ${name} and say where it runs`,
      }),
      rollback: step({ step: 'rollback', chart: chart.name }, [], {
        description: `Go back to the version of ${name} before the one that runs`,
      }),
    }),
  };
}

/**
 * The targets of a chart. `helm-deploy` builds and loads the images itself. Were
 * these tasks of their own, the ones of an app whose build is ready would hold up
 * the builds of the others: Nx starts nothing beside a batch.
 */
export function chartTargets(chart: Chart, options: PluginOptions): Targets {
  const apps = Object.keys(chart.images);
  const name = options.release ?? chart.title;
  const images = Object.entries(chart.images).map(([app, { path }]) => [app, path] as const);
  const step = task(options);
  return {
    'helm-deploy': step(
      {
        step: 'release',
        release: name,
        namespace: options.namespace ?? name,
        values: options.values ?? ['values-local.yaml', 'values-{provider}.yaml'],
        images: Object.fromEntries(images),
      },
      apps.length > 0 ? [{ projects: apps, target: 'build' }] : [],
      {
        description:
          'Bring images, nodes and the release to the chart and the builds as they are now',
      },
    ),
    deploy: step({ step: 'live', chart: chart.name }, ['helm-deploy'], {
      description: 'Deploy the release and say where it runs',
    }),
    rollback: step({ step: 'rollback', chart: chart.name }, [], {
      description: 'Go back to the last good revision before the one that runs',
    }),
  };
}

const release = ({ name }: Chart): TargetConfiguration['dependsOn'] => [
  { projects: [name], target: 'helm-deploy' },
];

/**
 * Nx never takes one of these for done: an image may be removed, a cluster
 * made anew; each task looks for itself, which costs milliseconds.
 */
function task({ environment }: PluginOptions) {
  return (
    options: StepOptions,
    dependsOn: TargetConfiguration['dependsOn'],
    { description }: { description: string },
  ): TargetConfiguration => ({
    executor: '@todo-chatbot/nx-plugin:rollout',
    options: { ...options, ...(environment && { environment }) },
    dependsOn,
    cache: false,
    metadata: { technologies: ['docker', 'kubernetes'], description },
  });
}
