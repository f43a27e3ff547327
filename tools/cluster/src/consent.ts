import { createInterface } from 'node:readline/promises';
import { findDockerClient } from '@todo-chatbot/rollout';
import { canInstall } from './engine/apt.ts';
import { missingBuildPackages } from './engine/build-packages.ts';
import { isEngineMissing } from './engine/install.ts';

/** Asks before something is installed on the machine. */
export type Consent = (question: string) => Promise<boolean>;

/** Everything that is needed is wanted: with `--yes`, or where nobody could answer. */
export const always: Consent = async () => true;

/**
 * Asks once, on a terminal, for everything that will be installed; before the
 * first stage, whose live lines would draw over a question.
 */
export async function askConsent(yes: boolean): Promise<Consent> {
  if (yes || !process.stdin.isTTY || !process.stdout.isTTY || !canInstall()) return always;
  const engine = isEngineMissing(await findDockerClient()) ? ['docker.io'] : [];
  const missing = [...engine, ...(await missingBuildPackages())];
  if (missing.length === 0) return always;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`\n Install ${missing.join(', ')} (apt-get)? [Y/n] `);
    const agreed = !/^n/i.test(answer.trim());
    return async () => agreed;
  } finally {
    terminal.close();
  }
}
