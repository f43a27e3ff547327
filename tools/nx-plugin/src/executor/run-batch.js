import { enableCompileCache } from 'node:module';
import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import type { StepOptions } from '../options.ts';
import type { TaskEnd } from './run-tasks.ts';

// What comes after this line is read from the cache of an earlier run.
enableCompileCache();

/** What Nx gives: the tasks, the options of each, what was typed, the workspace. */
type BatchArguments = [TaskGraph, Record<string, StepOptions>, object, ExecutorContext];

/** Runs every task of a deploy in one process, which knows the cluster once. */
export default async function* runBatch(
  ...[graph, options, , context]: BatchArguments
): AsyncGenerator<TaskEnd> {
  const { runTasks } = await import('./run-tasks.ts');
  yield* runTasks({ graph, options, context });
}
