import { existsSync } from 'node:fs';
import {
  always,
  ensureBuildPackages,
  ensureEngine,
  installPackages,
  makeDirectories,
  readInstance,
} from '@todo-chatbot/cluster';
import { resolveBases } from '@todo-chatbot/closed-network';
import { Failure } from '@todo-chatbot/rollout';
import type { CheckContext } from './checks.ts';

/** Where Debian's browser is; the tests name it, Playwright's own download is never used. */
const browser = '/usr/bin/chromium-headless-shell';

/** Installs and starts what the tests need of the machine: engine, browser, base images. */
export async function preparePackages({ log, note }: CheckContext): Promise<void> {
  const instance = readInstance();
  makeDirectories(instance);
  const consent = always;
  await ensureEngine({ ...instance, consent, note });
  await ensureBuildPackages({ consent, log, note });
  if (!existsSync(browser)) {
    const reason = 'The browser tests need Chromium.';
    await installPackages(['chromium-headless-shell'], reason, { consent, log, note });
  }
  if (!existsSync(browser)) {
    throw new Failure({
      what: `There is no ${browser}.`,
      cure: 'apt-get install chromium-headless-shell',
    });
  }
  await resolveBases({ log, note });
}
