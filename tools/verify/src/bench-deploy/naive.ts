import { join } from 'node:path';
import { ensureHelm, ensureKind, resolveBase } from '@todo-chatbot/closed-network';
import { docker, run } from '@todo-chatbot/rollout';
import type { Workplace } from './workplace.ts';

/** What people type without a tool: build, load the whole image, upgrade and wait. */
export async function naiveDeploy({ clone, instance, nx }: Workplace, tag: string): Promise<void> {
  const image = `todo-backend:${tag}`;
  const dockerfile = join(clone.root, 'apps/backend/Dockerfile');
  const args = ['APP_FROM=prebuilt', `RUNTIME_IMAGE=${await resolveBase('runtime')}`];
  await nx('build', 'backend');
  await docker([
    ...['build', '--file', dockerfile, '--tag', image],
    ...args.flatMap((arg) => ['--build-arg', arg]),
    clone.root,
  ]);
  await run(await ensureKind(), ['load', 'docker-image', image, '--name', instance.name]);
  const chart = join(clone.root, 'deploy/helm/todo-chatbot');
  const where = ['--namespace', 'todo-chatbot', '--kubeconfig', instance.kubeconfig];
  const values = ['--reuse-values', '--set', `image.backend.tag=${tag}`];
  await run(await ensureHelm(), ['upgrade', 'todo-chatbot', chart, ...where, ...values, '--wait']);
}
