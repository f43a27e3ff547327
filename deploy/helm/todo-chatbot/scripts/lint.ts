import { stdout } from 'node:process';
import { ensureHelm } from '@todo-chatbot/closed-network';
import { run, runMain } from '@todo-chatbot/rollout';
import { chartFolder } from './chart.ts';

const sets = [
  [],
  ['values-local.yaml'],
  ['values-local.yaml', 'values-kind.yaml'],
  ['values-local.yaml', 'values-minikube.yaml'],
];

await runMain(async () => {
  const helm = await ensureHelm();
  for (const files of sets) {
    const flags = files.flatMap((file) => ['--values', file]);
    await run(helm, ['lint', '.', '--strict', '--quiet', ...flags], {
      cwd: chartFolder,
      cure: 'Correct what helm lint names in deploy/helm/todo-chatbot.',
    });
    stdout.write(`helm lint: ${['values.yaml', ...files].join(' + ')} fine\n`);
  }
});
