import { dump } from 'js-yaml';
import { parseManifests, render, type Manifest } from './chart.ts';

const header =
  '# Rendered from deploy/helm/todo-chatbot by `npx nx run chart:render`; changes here are lost.\n';
const helmLabels = ['app.kubernetes.io/managed-by', 'helm.sh/chart'];

/** The plain manifests, by file name: one file for each template of the chart but the Secret. */
export async function renderPlainManifests(): Promise<Map<string, string>> {
  const text = await render({
    values: { namespace: { create: true }, secrets: { create: false } },
  });
  const files = new Map<string, Manifest[]>();
  for (const part of text.split(/^# Source: .*\/templates\//m).slice(1)) {
    const name = part.slice(0, part.indexOf('\n'));
    const manifests = parseManifests(part.slice(name.length)).map(withoutHelm);
    files.set(name, [...(files.get(name) ?? []), ...manifests]);
  }
  return new Map([...files].map(([name, manifests]) => [name, header + toYaml(manifests)]));
}

/** Without the labels that say Helm looks after the object, which is not so here. */
function withoutHelm(manifest: Manifest): Manifest {
  const labels = Object.entries(manifest.metadata.labels ?? {});
  const own = labels.filter(([name]) => !helmLabels.includes(name));
  return { ...manifest, metadata: { ...manifest.metadata, labels: Object.fromEntries(own) } };
}

function toYaml(manifests: Manifest[]): string {
  return manifests.map((manifest) => dump(manifest, { lineWidth: -1 })).join('---\n');
}
