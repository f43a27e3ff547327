import { Failure } from '../failure.ts';
import { KubeError } from '../kube/kube-error.ts';
import { adoptNewest, recordArgument, type Inputs, type Revision } from './history.ts';
import { parseManifestObjects } from './manifest.ts';
import type { KubeObject } from './objects.ts';
import { helmValues, type ReleaseSpec } from './spec.ts';
import { apiOf, helm, type Target } from './target.ts';
import type { RunOptions, RunResult } from '../run.ts';

export interface Applied {
  revision: number;
  objects: KubeObject[];
}

export interface Change {
  spec: ReleaseSpec;
  inputs: Inputs;
  /** The revision before, whose labels Helm carries over. */
  last: Revision | undefined;
}

/** Revisions that Helm keeps, and so the versions that a rollback can reach. */
const keptRevisions = 10;

/** Makes a new revision. Does not wait for pods, and never for a LoadBalancer that may stay pending. */
export async function applyChart(target: Target, change: Change): Promise<Applied> {
  const { spec, inputs, last } = change;
  const args = [
    ...['upgrade', target.release, spec.chart],
    // To find out whether there is one, Helm would read all revisions once more.
    ...(last?.status === 'deployed' ? [] : ['--install']),
    ...Object.values(spec.valuesFiles).flatMap((file) => ['--values', file]),
    ...['--values', '-'],
    ...['--labels', recordArgument(inputs, last)],
    ...['--output', 'json'],
  ];
  const { stdout } = await helmChanging(target, args, {
    input: JSON.stringify(helmValues(spec)),
    cure: `correct the chart or its values (${spec.chart}) and deploy again`,
  });
  const answer = JSON.parse(stdout) as { version: number; manifest: string };
  return { revision: answer.version, objects: parseManifestObjects(answer.manifest) };
}

/** Makes a new revision of an old one, or removes the release when there is none to go back to. */
export async function goBack(target: Target, good: Revision | undefined): Promise<void> {
  if (good) {
    await helmChanging(target, ['rollback', target.release, String(good.revision)]);
    // A copy of what was made by hand stays that.
    if (Object.keys(good.inputs).length > 0) await adoptNewest(target);
  } else {
    await helm(target, ['uninstall', target.release, '--wait', '--timeout', '2m']);
  }
}

/** Makes the namespace, unless it is there, with the Pod Security level that the chart is written for. */
export async function ensureNamespace(target: Target): Promise<void> {
  const name = target.namespace;
  if (await apiOf(target).get(`/api/v1/namespaces/${name}`)) return;
  const level = 'restricted';
  const labels = {
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/warn': level,
  };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  await apiOf(target)
    .create('/api/v1/namespaces', namespace)
    .catch((error: unknown) => {
      // Somebody else was quicker.
      if (!(error instanceof KubeError && error.status === 409)) throw error;
    });
}

/** Helms that do not know what Helm 4 knows, by their paths. */
const older = new Set<string>();

/**
 * Helm 4 applies on the server, which refuses to undo what was changed by hand
 * unless it is told to, and checks every field itself: checking them here as
 * well, against a description of the whole API, takes longer than all the rest.
 * Helm 3 does not know that flag, and says so before it does anything.
 */
async function helmChanging(
  target: Target,
  [verb = '', ...args]: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const program = target.cluster.tools.helm;
  const all = [verb, ...args, '--history-max', String(keptRevisions)];
  if (older.has(program)) return helm(target, all, options);
  const unchecked = verb === 'upgrade' ? ['--disable-openapi-validation'] : [];
  try {
    return await helm(target, [...all, '--force-conflicts', ...unchecked], options);
  } catch (error) {
    if (!(error instanceof Failure && error.tail?.includes('unknown flag: --force-conflicts'))) {
      throw error;
    }
    older.add(program);
    return helm(target, all, options);
  }
}
