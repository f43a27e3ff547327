import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectsConfigurations } from '@nx/devkit';
import {
  Failure,
  findImage,
  loadImage,
  planImage,
  readDockerfile,
  type Cluster,
  type Glance,
  type ImageSpec,
  type Note,
  type PlannedImage,
  type Report,
} from '@todo-chatbot/rollout';
import { loadEnvironment, type Environment } from './environment.ts';
import type { ImageOptions, ReleaseOptions } from './options.ts';

/** What the tasks of one process share, so that each thing is looked up once. */
export interface Session {
  readonly report: Report;
  cluster(): Promise<Cluster>;
  /** What the nodes had when this was first asked; undefined where the cluster has no quick answer. */
  glance(): Promise<Glance | undefined>;
  plan(project: string, note?: Note): Promise<PlannedImage>;
  /** Brings images to the nodes that no project builds; once, however often it is asked for. */
  loadOthers(): Promise<void>;
  /** Does a piece of work that several tasks ask for, by its name, a single time. */
  once(name: string, work: () => Promise<void>): Promise<void>;
  release(chart: string): { root: string; options: ReleaseOptions };
}

export interface Surroundings {
  /** The workspace, absolute. */
  root: string;
  projects: ProjectsConfigurations['projects'];
  report: Report;
  /** The module that the options name. */
  environment: string | undefined;
}

/** Opens what the tasks share; nothing is asked before it is needed. */
export function openSession(given: Surroundings): Session {
  const environment = once(() => loadEnvironment(given.root, given.environment));
  const cluster = once(async () => (await environment()).connect());
  const glance = once(async () => (await cluster()).glance?.());
  const plans = new Map<string, Promise<PlannedImage>>();
  const works = new Map<string, Promise<void>>();
  const plan = async (project: string, note?: Note) =>
    planImage(await specOf(given, project, { environment: await environment(), note }), note);
  return {
    report: given.report,
    cluster,
    glance,
    loadOthers: once(async () => loadOthers(await cluster(), await glance())),
    plan: (project, note) => keep(plans, project, () => plan(project, note)),
    once: (name, work) => keep(works, name, work),
    release: (chart) => ({
      root: join(given.root, projectOf(given, chart).root),
      options: optionsOf<ReleaseOptions>(given, chart, 'release'),
    }),
  };
}

/** What was built here and is no project's has to be brought to the nodes; a public image they pull. */
async function loadOthers(cluster: Cluster, had: Glance | undefined): Promise<void> {
  const loads = (cluster.otherImages ?? []).map(async (reference) => {
    const image = await findImage(reference);
    if (image) await loadImage(cluster, { reference, id: image.id }, { had });
  });
  await Promise.all(loads);
}

async function specOf(
  given: Surroundings,
  project: string,
  { environment, note }: { environment: Environment; note: Note | undefined },
): Promise<ImageSpec> {
  const { repository, context, args } = optionsOf<ImageOptions>(given, project, 'image');
  const dockerfile = join(given.root, projectOf(given, project).root, 'Dockerfile');
  const { baseArguments } = readDockerfile(await readFile(dockerfile, 'utf8'), args);
  const open = baseArguments.filter((name) => !(name in args));
  const bases = await environment.buildArguments?.(open, note);
  return {
    repository,
    context: join(given.root, context),
    dockerfile,
    args: { ...bases, ...args },
    memory: join(given.root, '.nx/workspace-data/images', project),
  };
}

function projectOf({ projects }: Surroundings, name: string) {
  const found = projects[name];
  if (found) return found;
  throw new Failure({ what: `There is no project ${name}.`, cure: 'npx nx show projects' });
}

/** The options of a project's task that does a step, wherever it is called what. */
function optionsOf<T extends { step: string }>(
  given: Surroundings,
  project: string,
  step: T['step'],
): T {
  const targets = Object.values(projectOf(given, project).targets ?? {});
  const found = targets
    .map(({ options }) => options as T)
    .find((options) => options?.step === step);
  if (found) return found;
  throw new Failure({
    what: `The project ${project} has no task for the step ${step}.`,
    cure: `npx nx show project ${project}`,
  });
}

function keep<T>(known: Map<string, T>, name: string, make: () => T): T {
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
