import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { chartFolder, manifestFolder, parseManifests, renderReadme } from '../scripts/chart.ts';
import { renderPlainManifests } from '../scripts/plain-manifests.ts';

let manifests: Map<string, string>;
beforeAll(async () => {
  manifests = await renderPlainManifests();
});

const cure = 'out of date: npx nx run chart:render';

it('deploy/k8s is what the chart renders', () => {
  const there = readdirSync(manifestFolder).filter((name) => name.endsWith('.yaml'));
  expect(there.sort(), cure).toEqual([...manifests.keys()].sort());
  for (const name of there) {
    expect(readFileSync(join(manifestFolder, name), 'utf8'), cure).toBe(manifests.get(name));
  }
});

it('deploy/k8s holds the required files and no Secret', () => {
  expect([...manifests.keys()]).toEqual(
    expect.arrayContaining([
      'namespace.yaml',
      'configmap.yaml',
      'backend-deployment.yaml',
      'backend-service.yaml',
      'frontend-deployment.yaml',
      'frontend-service.yaml',
      'ingress.yaml',
    ]),
  );
  const objects = parseManifests([...manifests.values()].join('---\n'));
  expect(objects.map(({ kind }) => kind)).not.toContain('Secret');
});

it('the plain manifests run two of each latest image and do not claim to be of Helm', () => {
  const text = [...manifests.values()].join('---\n');
  expect(text.match(/replicas: 2$/gm)).toHaveLength(2);
  expect(manifests.get('backend-deployment.yaml')).toContain('image: todo-backend:latest');
  expect(manifests.get('frontend-deployment.yaml')).toContain('image: todo-frontend:latest');
  expect(text).not.toMatch(/helm\.sh|managed-by/);
});

it('the namespace enforces the restricted level', () => {
  const [namespace] = parseManifests(manifests.get('namespace.yaml') ?? '');
  expect(namespace?.metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
  });
});

it('the README is what helm-docs makes of values.yaml, with a word on every value', async () => {
  const readme = await renderReadme();
  expect(readFileSync(join(chartFolder, 'README.md'), 'utf8'), cure).toBe(readme);
  const rows = readme.split('\n').filter((line) => /^\| \w+[.\w]* \| \w+ \|/.test(line));
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) expect(row).toMatch(/\S \|$/);
});
