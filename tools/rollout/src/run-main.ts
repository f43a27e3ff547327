import { describeFailure } from './failure.ts';

/**
 * Runs a command-line program's main function: prints a failure the way every
 * tool of the project does and sets a non-zero exit code.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const verbose = process.argv.includes('--verbose');
    process.stderr.write(`\n${describeFailure(error, verbose)}\n`);
    process.exitCode = 1;
  }
}
