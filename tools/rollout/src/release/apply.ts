import { Failure } from '../failure.ts';
import { recordArgument, type Inputs, type Revision } from './history.ts';
import { parseManifestObjects } from './manifest.ts';
import type { KubeObject } from './objects.ts';
import { helmValues, type ReleaseSpec } from './spec.ts';
import { helm, kubectl, type Target } from './target.ts';

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
export const keptRevisions = 10;

/** Makes a new revision. Does not wait for pods, and never for a LoadBalancer that may stay pending. */
export async function applyChart(target: Target, change: Change): Promise<Applied> {
  const { spec, inputs, last } = change;
  const { stdout } = await helm(
    target,
    [
      ...['upgrade', '--install', target.release, spec.chart],
      ...Object.values(spec.valuesFiles).flatMap((file) => ['--values', file]),
      ...['--values', '-'],
      ...['--labels', recordArgument(inputs, last?.inputs)],
      ...['--history-max', String(keptRevisions), '--output', 'json'],
      ...(await conflictArguments(target)),
    ],
    {
      input: JSON.stringify(helmValues(spec)),
      cure: `correct the chart or its values (${spec.chart}) and deploy again`,
    },
  );
  const answer = JSON.parse(stdout) as { version: number; manifest: string };
  return { revision: answer.version, objects: parseManifestObjects(answer.manifest) };
}

/** The objects of the revision that Helm takes for the current one. */
export async function deployedObjects(target: Target): Promise<KubeObject[]> {
  const { stdout } = await helm(target, ['get', 'manifest', target.release]);
  return parseManifestObjects(stdout);
}

/** Makes the namespace, unless it is there, with the Pod Security level that the chart is written for. */
export async function ensureNamespace(target: Target): Promise<void> {
  const name = target.namespace;
  const found = await kubectl(target, [
    'get',
    'namespace',
    name,
    '--ignore-not-found',
    '-o',
    'name',
  ]);
  if (found.stdout.trim() !== '') return;
  const level = 'restricted';
  const labels = {
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/warn': level,
  };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  await kubectl(target, ['create', '--filename', '-'], { input: JSON.stringify(namespace) });
}

/** Helm 4 applies on the server, which refuses to undo what was changed by hand unless it is told to. */
async function conflictArguments(target: Target): Promise<string[]> {
  const { stdout } = await helm(target, ['version', '--template', '{{.Version}}']);
  const major = Number(/^v(\d+)/.exec(stdout.trim())?.[1]);
  if (major >= 4) return ['--force-conflicts'];
  if (major === 3) return [];
  throw new Failure({
    what: `${target.cluster.tools.helm} says it is version "${stdout.trim()}"; 3 or 4 is needed.`,
    cure: 'npm run doctor',
  });
}
