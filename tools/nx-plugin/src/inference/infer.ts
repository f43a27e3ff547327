import { basename, dirname } from 'node:path';
import type { CreateNodesResultArray } from '@nx/devkit';
import { readYaml } from '@todo-chatbot/rollout/yaml';
import type { PluginOptions } from '../options.ts';
import { chartImages, imageOf } from './chart-images.ts';
import type { Chart, Found } from './found.ts';
import { appTargets, chartTargets } from './targets.ts';

export interface Workspace {
  options: PluginOptions;
  /** Reads a file of the workspace; undefined when there is none. */
  read(path: string): string | undefined;
}

/** What each Dockerfile and Chart.yaml says about its project. */
export function infer(files: readonly string[], workspace: Workspace): CreateNodesResultArray {
  const { options, read } = workspace;
  const apps = files.filter((file) => basename(file) === 'Dockerfile').map(found(read));
  const charts = files
    .filter((file) => basename(file) === 'Chart.yaml')
    .map(found(read))
    .map((chart) => readChart(chart, apps, read));
  return [
    ...apps.map((app) =>
      node(app, { name: app.name, targets: appTargets(app, { charts, options }) }),
    ),
    ...charts.map((chart) =>
      node(chart, {
        name: chart.name,
        targets: chartTargets(chart, options),
      }),
    ),
  ];
}

function found(read: Workspace['read']): (file: string) => Found {
  return (file) => {
    const root = dirname(file);
    return { file, root, name: nameOf(root, read) };
  };
}

/** As Nx names a project: project.json, else package.json, else the folder. */
function nameOf(root: string, read: Workspace['read']): string {
  const [project, manifest] = ['project.json', 'package.json']
    .map((file) => read(`${root}/${file}`))
    .map((text) => (text ? (JSON.parse(text) as Named) : {}));
  return project?.name ?? manifest?.nx?.name ?? manifest?.name ?? basename(root);
}

interface Named {
  name?: string;
  nx?: { name?: string };
}

function readChart(chart: Found, apps: readonly Found[], read: Workspace['read']): Chart {
  const about = readYaml<{ name: string }>(read(chart.file) ?? '');
  const named = chartImages(readYaml(read(`${chart.root}/values.yaml`) ?? ''));
  const images = apps.flatMap(({ name }) => {
    const image = imageOf(name, named);
    return image ? [[name, image] as const] : [];
  });
  return { ...chart, title: about.name ?? chart.name, images: Object.fromEntries(images) };
}

function node({ file, root }: Found, project: object): CreateNodesResultArray[number] {
  return [file, { projects: { [root]: { root, ...project } } }];
}
