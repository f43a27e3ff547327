import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resolveBase } from '@todo-chatbot/closed-network';
import {
  Failure,
  findImage,
  loadImage,
  planImage,
  type Cluster,
  type Note,
  type ReleaseSpec,
  type Target,
} from '@todo-chatbot/rollout';
import { parse } from 'yaml';
import { imageSpec, repositoryOf } from './app-image.ts';
import { readProject, workspaceRoot, type Project } from './workspace.ts';

export const namespace = 'todo-chatbot';

/** The one release of a cluster. */
export function releaseTarget(cluster: Cluster): Target {
  return { cluster, namespace, release: 'todo-chatbot' };
}

/** The apps that a chart's values name under `image`. */
export function appsOf(chart: Project): Project[] {
  const values = parse(readFileSync(join(chart.root, 'values.yaml'), 'utf8')) as { image?: object };
  const images = Object.keys(values.image ?? {});
  return globSync('apps/*/Dockerfile', { cwd: workspaceRoot })
    .map((file) => readProject(dirname(file)))
    .filter(({ name }) => images.includes(name));
}

/** What the pipeline deploys to a cluster: content tags, the cluster's address, its secrets. */
export async function releaseSpec(
  chart: Project,
  cluster: Cluster,
  note?: Note,
): Promise<ReleaseSpec> {
  const images = appsOf(chart).map(async (app) => {
    const { tag } = await planImage(await imageSpec(app, note), note);
    return [app.name, { repository: repositoryOf(app), tag }] as const;
  });
  return {
    chart: chart.root,
    valuesFiles: valuesFiles(chart, cluster),
    images: Object.fromEntries(await Promise.all(images)),
    values: {
      config: {
        frontendUrl: cluster.address,
        allowedOrigins: cluster.address.replace('localhost', '127.0.0.1'),
      },
      postgres: { image: await resolveBase('postgres', { note }) },
    },
  };
}

/** A database image that was built here has to be brought to the nodes; a public one they pull. */
export async function loadDatabase(cluster: Cluster, note?: Note): Promise<void> {
  const reference = await resolveBase('postgres', { note });
  const image = await findImage(reference);
  if (image) await loadImage(cluster, { reference, id: image.id }, note);
}

function valuesFiles(chart: Project, cluster: Cluster): Record<string, string> {
  const own = `values-${cluster.provider}`;
  const secrets = join(cluster.stateDir, 'secrets.yaml');
  if (!existsSync(secrets)) {
    throw new Failure({
      what: `The secrets of the cluster are missing: ${secrets}.`,
      cure: 'npm start',
    });
  }
  const files = ['values-local', own]
    .map((name) => [name, join(chart.root, `${name}.yaml`)] as const)
    .filter(([, file]) => existsSync(file));
  return { ...Object.fromEntries(files), secrets };
}
