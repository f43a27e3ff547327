import { expect, it } from 'vitest';
import { container, external, find, names, pipeline, release } from './support.ts';
import type { Data, Workload } from './support.ts';

const decode = (text: string | undefined) => Buffer.from(text ?? '', 'base64').toString();

it('without an address the release runs PostgreSQL on a volume and knows its address', async () => {
  const manifests = await release();
  const { data } = find<Data>(manifests, 'Secret/todo-secrets');
  const password = pipeline.secrets.postgresPassword;
  expect(decode(data.DATABASE_URL)).toBe(`postgresql://todo:${password}@postgres:5432/todo`);
  expect(decode(data.POSTGRES_PASSWORD)).toBe(password);

  const postgres: Workload = find(manifests, 'StatefulSet/postgres');
  expect(postgres.spec.volumeClaimTemplates?.[0]?.spec.resources.requests.storage).toBe('1Gi');
  const { env, volumeMounts } = container(postgres);
  const mount = volumeMounts?.find(({ name }) => name === 'data')?.mountPath;
  expect(env).toContainEqual({ name: 'PGDATA', value: `${mount}/pgdata` });
});

it('with an address there is no PostgreSQL and no password for one', async () => {
  const manifests = await release({ values: external });
  expect(names(manifests).filter((name) => name.endsWith('/postgres'))).toEqual([]);
  const { data } = find<Data>(manifests, 'Secret/todo-secrets');
  expect(decode(data.DATABASE_URL)).toBe(external.secrets.databaseUrl);
  expect(data).not.toHaveProperty('POSTGRES_PASSWORD');
});

it('an existing Secret is used and not rendered', async () => {
  const manifests = await release({ values: { secrets: { create: false } } });
  expect(names(manifests)).not.toContain('Secret/todo-secrets');
  const backend: Workload = find(manifests, 'Deployment/backend');
  expect(container(backend).env).toContainEqual({
    name: 'DATABASE_URL',
    valueFrom: { secretKeyRef: { name: 'todo-secrets', key: 'DATABASE_URL' } },
  });
});

it('migrations run by the image of the backend, until they succeed', async () => {
  const job: Workload = find(await release(), 'Job/backend-migrate');
  expect(container(job)).toMatchObject({
    image: 'todo-backend:0123456789ab',
    command: ['node', 'migrate.js'],
  });
  expect(job.spec.template.spec.restartPolicy).toBe('OnFailure');
  expect(job.spec.template.metadata.labels.app).toBe('backend-migrate');
  expect(job.spec).not.toHaveProperty('ttlSecondsAfterFinished');
  expect(job.metadata).not.toHaveProperty('annotations');
});
