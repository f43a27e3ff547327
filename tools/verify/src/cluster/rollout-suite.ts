import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '@todo-chatbot/cluster';
import { resolveBase } from '@todo-chatbot/closed-network';
import { configDigest, docker, findImage, loadImage, run, runMain } from '@todo-chatbot/rollout';
import { workspaceRoot } from '../nx.ts';
import { rolloutReport } from './rollout-report.ts';

/** A name that belongs to no app, for an image with node that every node is given. */
const image = 'rollout-trial/base:node';

/**
 * Runs the rollout's own tests on the cluster of the instance that the
 * environment names; by itself: `node tools/verify/src/cluster/rollout-suite.ts`.
 */
await runMain(async () => {
  rmSync(rolloutReport, { force: true });
  const cluster = await connect();
  await docker(['tag', await resolveBase('runtime'), image]);
  const found = await findImage(image);
  if (found) await loadImage(cluster, { reference: image, id: await configDigest(image, found) });
  const { kubeconfig, context, tools } = cluster;
  const vitest = [
    join(workspaceRoot, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--config=vitest.cluster.config.ts'],
    ...['--reporter=verbose', '--reporter=json', `--outputFile.json=${rolloutReport}`],
    ...process.argv.slice(2),
  ];
  const { exitCode } = await run(process.execPath, vitest, {
    cwd: join(workspaceRoot, 'tools/rollout'),
    env: {
      NO_COLOR: '1',
      ROLLOUT_TEST_CLUSTER: JSON.stringify({ kubeconfig, context, tools, image }),
    },
    mayFail: true,
    onLine: (line) => process.stdout.write(`${line}\n`),
  });
  process.exitCode = exitCode;
});
