import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '@todo-chatbot/cluster';
import { createReport, Failure, readRunning, runMain, type Running } from '@todo-chatbot/rollout';
import { appsOf, releaseTarget } from '../pipeline/release-spec.ts';
import { short } from '../pipeline/words.ts';
import { readProject } from '../pipeline/workspace.ts';

function describe(app: string, running: readonly Running[]): string {
  const found = running.find(({ name, done }) => name === app && done);
  if (!found) {
    throw new Failure({
      what: `The Deployment ${app} is not there or not ready.`,
      cure: 'npx nx run-many -t deploy',
    });
  }
  const tag = found.images[0]?.split(':').at(-1) ?? '';
  return `${app} ${short(tag)} ${found.ready}/${found.wanted}`;
}

await runMain(async () => {
  const project = readProject(process.argv[2] ?? '');
  const isChart = existsSync(join(project.root, 'Chart.yaml'));
  const apps = isChart ? appsOf(project).map(({ name }) => name) : [project.name];
  const report = createReport({ json: process.argv.includes('--json') });
  await report.stage('deploy', async () => {
    const cluster = await connect();
    const running = await readRunning(releaseTarget(cluster));
    return `${apps.map((app) => describe(app, running)).join(', ')} at ${cluster.address}`;
  });
});
