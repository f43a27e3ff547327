import type { ExecutorContext } from '@nx/devkit';
import type { StepOptions } from '../options.ts';

/** Runs one task, for an Nx that was told not to batch. */
export default async function runOne(
  options: StepOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { runTasks } = await import('./run-tasks.ts');
  const id = `${context.projectName}:${context.targetName}`;
  const task = context.taskGraph?.tasks[id];
  if (!task) throw new Error(`Nx runs ${id}, which is not in its graph.`);
  const graph = {
    tasks: { [id]: task },
    dependencies: { [id]: [] },
    continuousDependencies: { [id]: [] },
    roots: [id],
  };
  let success = false;
  for await (const end of runTasks({ graph, options: { [id]: options }, context })) {
    success = end.result.success;
  }
  return { success };
}
