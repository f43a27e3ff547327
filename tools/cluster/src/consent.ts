import { createInterface } from 'node:readline/promises';

/** Asks before something is installed on the machine. */
export type Consent = (question: string) => Promise<boolean>;

/** Asks on a terminal; without one, or with `--yes`, everything needed is wanted. */
export function createConsent(yes: boolean): Consent {
  if (yes || !process.stdin.isTTY || !process.stdout.isTTY) return async () => true;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
      const answer = await terminal.question(`\n ${question} [Y/n] `);
      return !/^n/i.test(answer.trim());
    } finally {
      terminal.close();
    }
  };
}
