import { enableCompileCache } from 'node:module';

// What comes after this line is read from the cache of an earlier run. This file itself cannot be,
// and so is JavaScript: the first file of TypeScript costs the loading of what strips its types.
enableCompileCache();

/**
 * Runs every task of a deploy in one process, which knows the cluster once.
 *
 * @param {[
 *   import('@nx/devkit').TaskGraph,
 *   Record<string, import('../options.ts').StepOptions>,
 *   object,
 *   import('@nx/devkit').ExecutorContext,
 * ]} given what Nx gives: the tasks, the options of each, what was typed, the workspace.
 * @returns {AsyncGenerator<import('./run-tasks.ts').TaskEnd>}
 */
export default async function* runBatch(...[graph, options, , context]) {
  const { runTasks } = await import('./run-tasks.ts');
  yield* runTasks({ graph, options, context });
}
