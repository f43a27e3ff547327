import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ensureKubeconform } from '@todo-chatbot/closed-network';
import { run } from '@todo-chatbot/rollout';
import { manifestFolder, render } from '../scripts/chart.ts';
import { external, kind, local, pipeline } from './support.ts';

const location = join(import.meta.dirname, 'schemas/{{.ResourceKind}}{{.KindSuffix}}.json');

/** kubeconform's findings about manifests in a text or a folder, none when all is well. */
async function faults(input: { text: string } | { folder: string }): Promise<string> {
  const source = 'folder' in input ? input.folder : '-';
  const flags = ['-strict', '-output', 'text', '-schema-location', location];
  const result = await run(await ensureKubeconform(), [...flags, source], {
    input: 'text' in input ? input.text : '',
    mayFail: true,
  });
  return result.stdout + result.stderr;
}

const sets = [
  { name: 'the defaults', values: pipeline },
  { name: 'local', files: local, values: pipeline },
  { name: 'kind', files: kind, values: pipeline },
  { name: 'an external database', values: external },
  { name: 'a certificate', values: { ...pipeline, ingress: { tlsSecret: 'todo-tls' } } },
  { name: 'its namespace', values: { ...pipeline, namespace: { create: true } } },
];

it.each(sets)('everything is strictly valid with $name', async (input) => {
  expect(await faults({ text: await render(input) })).toBe('');
});

it('the plain manifests are strictly valid', async () => {
  expect(await faults({ folder: manifestFolder })).toBe('');
});

it('an unknown field, a wrong type and a key given twice are found', async () => {
  const text = await render({ values: pipeline });
  const unknown = text.replace('enableServiceLinks', 'enableServiceLink');
  const wrong = text.replace('replicas: 2', 'replicas: two');
  const twice = text.replace('replicas: 2', 'replicas: 2\n  replicas: 2');
  expect(await faults({ text: unknown })).toContain("'enableServiceLink' not allowed");
  expect(await faults({ text: wrong })).toContain("at '/spec/replicas': got string, want integer");
  expect(await faults({ text: twice })).toContain('"replicas" already set in map');
});
