import { connect } from '@todo-chatbot/cluster';
import { createReport, deployRelease, pruneImages, runMain } from '@todo-chatbot/rollout';
import { repositoryOf } from '../pipeline/app-image.ts';
import { appsOf, loadDatabase, releaseSpec, releaseTarget } from '../pipeline/release-spec.ts';
import { projectArgument } from '../pipeline/workspace.ts';

await runMain(async () => {
  const chart = projectArgument('Chart.yaml');
  const report = createReport({ json: process.argv.includes('--json') });
  const cluster = await connect();
  const [spec] = await Promise.all([releaseSpec(chart, cluster), loadDatabase(cluster)]);
  const { history, action } = await deployRelease(releaseTarget(cluster), spec, report);
  if (action === 'none') return;
  const needed = new Set(history.flatMap(({ inputs }) => Object.values(inputs)));
  for (const app of appsOf(chart)) await pruneImages(repositoryOf(app), needed);
});
