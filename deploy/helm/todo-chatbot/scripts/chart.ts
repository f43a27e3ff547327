import { join } from 'node:path';
import { dump, loadAll } from 'js-yaml';
import { ensureHelm, ensureHelmDocs } from '@todo-chatbot/closed-network';
import { run } from '@todo-chatbot/rollout';

/** The folder of the chart. */
export const chartFolder = join(import.meta.dirname, '..');

/** The plain manifests rendered from the chart. */
export const manifestFolder = join(chartFolder, '../../k8s');

/** A Kubernetes object as Helm rendered it. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  // The fields differ by kind; whoever asks for one knows which.
  [field: string]: unknown;
}

export interface RenderInput {
  /** Values files of the chart's folder, in order. */
  files?: string[];
  /** Values that come after the files. */
  values?: Record<string, unknown>;
}

/** What Helm prints for these values, each object after a line that names its template. */
export async function render({ files = [], values = {} }: RenderInput): Promise<string> {
  const args = ['template', 'todo-chatbot', chartFolder, '--namespace', 'todo-chatbot'];
  const flags = files.flatMap((file) => ['--values', join(chartFolder, file)]);
  const { stdout } = await run(await ensureHelm(), [...args, ...flags, '--values', '-'], {
    input: dump(values),
    cure: 'Correct the value or the template that the message names.',
  });
  return stdout;
}

/** The objects of a rendered text. */
export function parseManifests(text: string): Manifest[] {
  return (loadAll(text) as (Manifest | null)[]).filter((manifest) => manifest !== null);
}

/** The chart's README as helm-docs makes it from the comments in values.yaml. */
export async function renderReadme(): Promise<string> {
  const flags = ['--dry-run', '--sort-values-order', 'file'];
  const { stdout } = await run(await ensureHelmDocs(), flags, {
    cwd: chartFolder,
    cure: 'Give the value that the message names a `# --` comment in values.yaml.',
  });
  return `${stdout.trimEnd()}\n`;
}
