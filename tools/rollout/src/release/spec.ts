import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashRecord, hashTrees } from '../content-hash.ts';
import type { Inputs } from './history.ts';

/** An image that a release runs. */
export interface ReleaseImage {
  /** Where the chart's values have `repository` and `tag`, such as `['image', 'backend']`. */
  path: readonly string[];
  repository: string;
  tag: string;
}

/** What to deploy. */
export interface ReleaseSpec {
  /** The chart's folder, absolute. */
  chart: string;
  /** What a values file is called in a reason → the file, in Helm's order; secrets are one of them. */
  valuesFiles: Readonly<Record<string, string>>;
  /** App → image, and the keys that lead to it in the chart's values. */
  images: Readonly<Record<string, ReleaseImage>>;
  /** Further values that the pipeline knows, for example the database's image. */
  values?: Readonly<Record<string, unknown>>;
  /** Milliseconds that a container may run without becoming ready. */
  patience?: number;
  /** Milliseconds after which the whole rollout is given up. */
  timeout?: number;
}

/** What Helm renders from; a chart's README, tests and scripts change nothing in the cluster. */
const rendered = ['Chart.yaml', 'values.yaml', 'values.schema.json', 'templates', 'charts', 'crds'];

/** One short hash for each input of a release; an image's tag is its own. */
export function hashInputs(spec: ReleaseSpec): Inputs {
  const chart = rendered.map((name) => join(spec.chart, name)).filter((path) => existsSync(path));
  const files = Object.entries(spec.valuesFiles).map(([name, file]) => {
    return [name, hashTrees(dirname(file), [file])] as const;
  });
  const tags = Object.entries(spec.images).map(([app, { tag }]) => [app, tag] as const);
  return {
    chart: hashTrees(spec.chart, chart),
    settings: hashRecord({ values: JSON.stringify(pipelineValues(spec)) }),
    ...Object.fromEntries(files),
    ...Object.fromEntries(tags),
  };
}

/** The values that only the pipeline knows, without the tags: those are inputs of their own. */
function pipelineValues({ values, images }: ReleaseSpec): unknown {
  return [values, Object.entries(images).map(([app, { repository }]) => [app, repository])];
}

/** The same values as Helm takes them, with the tags. */
export function helmValues({ values, images }: ReleaseSpec): Record<string, unknown> {
  const all = structuredClone(values ?? {}) as Record<string, unknown>;
  for (const { path, repository, tag } of Object.values(images)) {
    Object.assign(mapAt(all, path), { repository, tag });
  }
  return all;
}

/** The map that keys lead to, made where it is missing. */
function mapAt(values: Record<string, unknown>, path: readonly string[]): object {
  let map = values;
  for (const key of path) map = (map[key] ??= {}) as Record<string, unknown>;
  return map;
}
