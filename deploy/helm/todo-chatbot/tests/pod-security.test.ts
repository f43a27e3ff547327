import { expect, it } from 'vitest';
import { violations } from './pod-security.ts';
import { container, find, kind, release, workloads, type Workload } from './support.ts';

it.each([{ files: [] }, { files: kind }])(
  'every pod passes restricted, with $files',
  async (input) => {
    const found = workloads(await release(input)).map((workload) => [
      workload.metadata.name,
      violations(workload.spec.template.spec),
    ]);
    expect(found).toHaveLength(4);
    for (const [name, faults] of found) expect({ name, faults }).toEqual({ name, faults: [] });
  },
);

it('users are the ones of the images', async () => {
  const users = workloads(await release()).map(({ spec }) => {
    const { runAsUser, fsGroup } = spec.template.spec.securityContext!;
    return [spec.template.metadata.labels.app, runAsUser, fsGroup];
  });
  expect(users.sort()).toEqual([
    ['backend', 1001, undefined],
    ['backend-migrate', 1001, undefined],
    ['frontend', 1001, undefined],
    ['postgres', 70, 70],
  ]);
});

it('the check sees each loosening', async () => {
  const backend: Workload = find(await release(), 'Deployment/backend');
  const pod = backend.spec.template.spec;
  const only = container(backend);
  const loosened = [
    { ...pod, hostNetwork: true },
    { ...pod, securityContext: { ...pod.securityContext, runAsNonRoot: false } },
    { ...pod, securityContext: { ...pod.securityContext, runAsUser: 0 } },
    { ...pod, securityContext: { ...pod.securityContext, seccompProfile: undefined } },
    { ...pod, automountServiceAccountToken: undefined },
    { ...pod, volumes: [{ name: 'host', hostPath: { path: '/' } }] },
    { ...pod, volumes: [{ name: 'tmp', emptyDir: {} }] },
    ...[
      { privileged: true },
      { allowPrivilegeEscalation: undefined },
      { capabilities: {} },
      { capabilities: { drop: ['ALL'], add: ['NET_RAW'] } },
      { readOnlyRootFilesystem: false },
      { runAsUser: 0 },
    ].map((context) => ({
      ...pod,
      containers: [{ ...only, securityContext: { ...only.securityContext, ...context } }],
    })),
  ];
  for (const each of loosened) expect(violations(each)).toHaveLength(1);
});
