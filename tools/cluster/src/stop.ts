import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findDockerClient, withLock, type Report } from '@todo-chatbot/rollout';
import { always } from './consent.ts';
import { ensureEngine } from './engine/engine.ts';
import { makeDirectories } from './instance.ts';
import { selectProvider } from './providers/select.ts';
import { openInstance, readRecord, removeRecord } from './state.ts';

/**
 * Removes the instance's cluster and registry. What was expensive to make and
 * belongs to no cluster (programs, images, caches) stays.
 */
export async function stop(report: Report): Promise<void> {
  const instance = openInstance();
  makeDirectories(instance);
  const log = join(instance.logsDir, 'stop.log');
  await withLock(join(instance.stateDir, 'start.lock'), async () => {
    const provider = selectProvider(instance);
    const made = readRecord(instance) !== undefined;
    if (!made && !(await findDockerClient())?.engine) {
      report.say(` Nothing to stop: no container engine is running.`);
      return;
    }
    await report.stage('cluster', async (note) => {
      // A cluster that is down with its engine must be there to be removed.
      await ensureEngine({ ...instance, note, consent: always });
      return provider.down({ note, log });
    });
    removeRecord(instance);
    const keepsData = provider.choice.name === 'context';
    for (const file of ['kubeconfig', 'kind.yaml', 'deployed.json']) {
      rmSync(join(instance.stateDir, file), { force: true });
    }
    // They open a database that is gone.
    if (!keepsData) rmSync(instance.secretsFile, { force: true });
    const kept = [
      keepsData && existsSync(instance.secretsFile) && instance.secretsFile,
      instance.cacheDir,
    ];
    report.say(`\n Kept: ${kept.filter(Boolean).join(', ')}; images of the engine`);
  });
}
