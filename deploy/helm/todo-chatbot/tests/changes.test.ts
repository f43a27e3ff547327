import { beforeAll, describe, expect, it } from 'vitest';
import { parseManifests, render } from '../scripts/chart.ts';
import { external, find, pipeline, templateText, type Workload } from './support.ts';

type Values = Record<string, unknown>;

const { image, secrets } = pipeline;
const backend = ['backend-deployment.yaml', 'migrate-job.yaml'];
const frontend = ['frontend-deployment.yaml'];
const database = ['postgres.yaml'];
const all = [...backend, ...frontend, ...database];

let before: string;
beforeAll(async () => {
  before = await render({ values: pipeline });
});

/** The templates with pods whose text differs from the release before. */
async function touched(change: Values): Promise<string[]> {
  const after = await render({ values: { ...pipeline, ...change } });
  return all.filter((name) => templateText(before, name) !== templateText(after, name));
}

describe('a change touches the pods that it concerns, and the others not by a byte', () => {
  const cases: [string, Values, string[]][] = [
    ['the backend tag', { image: { ...image, backend: { tag: 'f00' } } }, backend],
    ['the frontend tag', { image: { ...image, frontend: { tag: 'f00' } } }, frontend],
    ['the allowed origins', { config: { allowedOrigins: 'http://a.test' } }, backend.slice(0, 1)],
    ['the backend address', { service: { backend: { port: 8080 } } }, frontend],
    ['a key', { secrets: { ...secrets, openaiApiKey: 'k' } }, backend.slice(0, 1)],
    ['the database password', { secrets: { ...secrets, postgresPassword: 'other' } }, backend],
    ['the published port', { service: { frontend: { type: 'NodePort' } } }, []],
  ];
  it.each(cases)('%s', async (_, change, expected) => {
    expect(await touched(change)).toEqual(expected);
  });
});

async function migration(values: Values): Promise<{ name: string; spec: string }> {
  const job: Workload = find(parseManifests(await render({ values })), 'Job/backend-migrate');
  return { name: job.metadata.name, spec: JSON.stringify(job.spec) };
}

describe('a migration job', () => {
  it('has one name for one content, as jobs cannot change', async () => {
    const one = await migration(pipeline);
    const resources = { backend: { limits: { memory: '1Gi' } } };
    for (const values of [external, { ...pipeline, resources }]) {
      const other = await migration(values);
      expect(other.spec).not.toBe(one.spec);
      expect(other.name).not.toBe(one.name);
    }
    const newFrontend = { ...pipeline, image: { ...image, frontend: { tag: 'f00' } } };
    expect(await migration(newFrontend)).toEqual(one);
  });

  it.each(['v1.2.3_RC', 'x'.repeat(128), '__'])('has a valid name for tag %s', async (tag) => {
    const { name } = await migration({ ...pipeline, image: { ...image, backend: { tag } } });
    expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    expect(name.length).toBeLessThanOrEqual(63);
  });
});
