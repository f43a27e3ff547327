import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docker } from '@todo-chatbot/rollout';
import { dump } from 'js-yaml';
import { fingerprint } from './fingerprint.ts';
import { goPrograms, groupFingerprint } from './go-build.ts';
import { moduleSource, pinnedVersion } from './go-module.ts';
import { ensureGo } from './go-toolchain.ts';
import { produceImage } from './image.ts';
import { ensureHelm } from './kubectl-helm.ts';
import { cacheDir } from './machine.ts';
import { produce } from './produce.ts';
import { imageSource } from './source.ts';
import { runTool } from './tool.ts';
import type { Work } from './work.ts';

/** How to add metrics-server to a cluster that stands. */
export interface MetricsServer {
  /** An image of the local engine to bring to the nodes first; undefined when they can pull it. */
  image: string | undefined;
  /** Manifests for `kubectl apply`. */
  manifest: string;
}

const source = 'sigs.k8s.io/metrics-server';

/** Builds metrics-server's image where none can be pulled, and renders the chart of its own module. */
export async function metricsServer(work: Work = {}): Promise<MetricsServer> {
  const image = (await imageSource()) === 'public' ? undefined : await ensureImage(work);
  const values = chartValues(image);
  const key = await fingerprint({ values: [values, await pinnedVersion(source)] });
  const file = join(cacheDir(), 'manifests', `metrics-server-${key}.yaml`);
  await produce(file, async (part) => writeFile(part, await render(values, work)), work);
  return { image, manifest: await readFile(file, 'utf8') };
}

async function render(values: object, work: Work): Promise<string> {
  const chart = join(
    await moduleSource(await ensureGo(work), source, work),
    'charts/metrics-server',
  );
  const args = ['template', 'metrics-server', chart, '--namespace=kube-system', '--values=-'];
  const input = dump(values);
  return (await runTool(await ensureHelm(work), args, { input, log: work.log })).stdout;
}

/** The chart's values for a cluster on one machine. */
export function chartValues(image: string | undefined): object {
  return {
    // Kubelets of such a cluster sign their own certificates.
    args: ['--kubelet-insecure-tls'],
    readinessProbe: { initialDelaySeconds: 0, periodSeconds: 5 },
    ...(image ? { image: { ...splitReference(image), pullPolicy: 'Never' } } : {}),
  };
}

/** `a/b:1` → repository `a/b`, tag `1`. */
export function splitReference(reference: string): { repository: string; tag: string } {
  const colon = reference.lastIndexOf(':');
  return { repository: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}

async function ensureImage(work: Work): Promise<string> {
  const tag = `${await pinnedVersion(source)}-${await groupFingerprint('metrics')}`;
  const reference = `todo-base/metrics-server:${tag}`;
  return produceImage(reference, () => buildImage(reference, work), work);
}

async function buildImage(reference: string, work: Work): Promise<void> {
  const programs = await goPrograms('metrics', work);
  const context = join(cacheDir(), 'images', 'metrics-server');
  await rm(context, { recursive: true, force: true });
  await mkdir(context, { recursive: true });
  try {
    await link(join(programs, 'metrics-server'), join(context, 'metrics-server'));
    const lines = [
      'FROM scratch',
      'COPY metrics-server /',
      'USER 1000',
      'ENTRYPOINT ["/metrics-server"]',
    ];
    await writeFile(join(context, 'Dockerfile'), `${lines.join('\n')}\n`);
    await docker(['build', '--tag', reference, context], { log: work.log });
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}
