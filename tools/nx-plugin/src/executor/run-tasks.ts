import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { createReport, describeFailure, endProxies } from '@todo-chatbot/rollout';
import type { StepOptions } from '../options.ts';
import { openSession, type Session } from '../session.ts';
import { steps } from '../steps/index.ts';

/** How a task ended; times in milliseconds since 1970. */
export interface TaskResult {
  success: boolean;
  status?: 'skipped';
  terminalOutput: string;
  startTime: number;
  endTime: number;
}

export interface TaskEnd {
  task: string;
  result: TaskResult;
}

export interface Batch {
  graph: TaskGraph;
  /** Task id → its options. */
  options: Record<string, StepOptions>;
  context: ExecutorContext;
}

/**
 * Runs tasks in this process, each as soon as those that it depends on have
 * ended well, and yields them as they end.
 */
export async function* runTasks({ graph, options, context }: Batch): AsyncGenerator<TaskEnd> {
  const flags = flagsOf(Object.values(options), context);
  const session = sessionOf(Object.values(options), context, flags);
  const running = new Map<string, Promise<TaskEnd>>();
  const start = (id: string): Promise<TaskEnd> => {
    const known = running.get(id);
    if (known) return known;
    const before = (graph.dependencies[id] ?? []).filter((one) => one in graph.tasks).map(start);
    const end = Promise.all(before).then((ends) =>
      ends.every(({ result }) => result.success)
        ? runTask(id, {
            session,
            options: options[id],
            project: graph.tasks[id]?.target.project,
            verbose: flags.verbose,
          })
        : skipped(id),
    );
    running.set(id, end);
    return end;
  };
  Object.keys(graph.tasks).forEach(start);
  try {
    while (running.size > 0) {
      const end = await Promise.race(running.values());
      running.delete(end.task);
      yield end;
    }
  } finally {
    // Nx ends this process next, and takes a tenth of a second more for one that has children, or
    // that does not end by itself.
    await endProxies();
    process.channel?.unref();
  }
}

interface Flags {
  json: boolean;
  verbose: boolean;
}

/** Nx gives what was typed to the tasks that were asked for, and may run those that they need apart. */
function flagsOf(options: readonly StepOptions[], { taskGraph }: ExecutorContext): Flags {
  const typed = Object.values(taskGraph?.tasks ?? {}).map(({ overrides }) => overrides);
  const is = (flag: keyof Flags) => [...options, ...typed].some((one) => one[flag] === true);
  return { json: is('json'), verbose: is('verbose') };
}

function sessionOf(
  options: readonly StepOptions[],
  context: ExecutorContext,
  flags: Flags,
): Session {
  return openSession({
    root: context.root,
    projects: context.projectsConfigurations.projects,
    report: createReport(flags),
    environment: options.find(({ environment }) => environment)?.environment,
  });
}

interface Work {
  session: Session;
  options?: StepOptions;
  project?: string;
  verbose: boolean;
}

async function runTask(
  task: string,
  { session, options, project, verbose }: Work,
): Promise<TaskEnd> {
  const startTime = Date.now();
  const ended = (success: boolean): TaskEnd => ({
    task,
    result: { success, terminalOutput: '', startTime, endTime: Date.now() },
  });
  if (!options || !project) return ended(false);
  try {
    const chart = 'chart' in options ? options.chart : undefined;
    await steps[options.step](project, session, chart);
    return ended(true);
  } catch (error) {
    process.stderr.write(`\n${describeFailure(error, verbose)}\n`);
    return ended(false);
  }
}

function skipped(task: string): TaskEnd {
  const now = Date.now();
  const result = { success: false, terminalOutput: '', startTime: now, endTime: now };
  return { task, result: { ...result, status: 'skipped' } };
}
