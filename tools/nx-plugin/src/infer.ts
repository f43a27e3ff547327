import { basename, dirname } from 'node:path';
import type { CreateNodesResultArray } from '@nx/devkit';
import { parse } from 'yaml';
import { appTargets, chartTargets, type TargetNames } from './targets.ts';

/** Reads a file of the workspace; undefined when there is none. */
export type ReadFile = (path: string) => string | undefined;

interface Found {
  file: string;
  root: string;
  name: string;
}

interface Chart extends Found {
  /** Apps that the chart's values name under `image`. */
  apps: Found[];
}

/** What each Dockerfile and Chart.yaml says about its project. */
export function infer(files: readonly string[], read: ReadFile): CreateNodesResultArray {
  const apps = files.filter((file) => basename(file) === 'Dockerfile').map(found('', read));
  const charts = files
    .filter((file) => basename(file) === 'Chart.yaml')
    .map(found('chart', read))
    .map((chart): Chart => ({ ...chart, apps: deployedApps(chart, apps, read) }));
  return [
    ...apps.map((app) => node(app, { targets: appTargets(names(app), chartsOf(app, charts)) })),
    ...charts.map((chart) =>
      node(chart, {
        name: chart.name,
        tags: ['scope:deploy', 'type:chart'],
        targets: chartTargets(
          names(chart),
          chart.apps.map(({ name }) => name),
        ),
      }),
    ),
  ];
}

function found(fallback: string, read: ReadFile): (file: string) => Found {
  return (file) => {
    const root = dirname(file);
    const project = read(`${root}/project.json`);
    const { name } = (project ? JSON.parse(project) : {}) as { name?: string };
    return { file, root, name: name ?? (fallback || basename(root)) };
  };
}

function deployedApps(chart: Found, apps: readonly Found[], read: ReadFile): Found[] {
  const values = parse(read(`${chart.root}/values.yaml`) ?? '') as { image?: object } | null;
  const images = Object.keys(values?.image ?? {});
  return apps.filter(({ name }) => images.includes(name));
}

function chartsOf(app: Found, charts: readonly Chart[]): string[] {
  return charts.filter(({ apps }) => apps.includes(app)).map(({ name }) => name);
}

function names({ root, name }: Found): TargetNames {
  return { root, name };
}

function node({ file, root }: Found, project: object): CreateNodesResultArray[number] {
  return [file, { projects: { [root]: { root, ...project } } }];
}
