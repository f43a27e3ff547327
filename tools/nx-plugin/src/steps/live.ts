import { Failure, readRunning, type Running } from '@todo-chatbot/rollout';
import { targetOf } from './release.ts';
import type { Step } from './step.ts';
import { short } from './words.ts';

/** Says what runs of a project, or of all that its chart deploys. */
export const live: Step = async (project, session, chart = project) => {
  const { options } = session.release(chart);
  const apps = Object.keys(options.images);
  await session.report.stage('deploy', async () => {
    const cluster = await session.cluster();
    const running = await readRunning(targetOf(cluster, options));
    const named = project === chart ? apps : [project];
    const summary = named.map((app) => describe(app, running)).join(', ');
    return cluster.address ? `${summary} at ${cluster.address}` : summary;
  });
};

function describe(app: string, running: readonly Running[]): string {
  const found = running.find(({ name }) => name === app);
  if (!found) {
    throw new Failure({
      what: `There is no Deployment ${app}.`,
      cure: 'npx nx run-many -t deploy',
    });
  }
  const tag = found.images[0]?.split(':').at(-1) ?? '';
  return `${app} ${short(tag)} ${found.ready}/${found.wanted}`;
}
