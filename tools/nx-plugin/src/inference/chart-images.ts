/** An image that a chart's values name. */
export interface ChartImage {
  /** The keys that lead to it, such as `['image', 'backend']`. */
  path: string[];
  /** Without a tag. */
  repository: string;
}

/** The images in a chart's values: every map with a `repository`, wherever it is. */
export function chartImages(values: unknown, path: string[] = []): ChartImage[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return [];
  const { repository } = values as { repository?: unknown };
  const own = typeof repository === 'string' && repository !== '' ? [{ path, repository }] : [];
  const inside = Object.entries(values).flatMap(([key, value]) =>
    chartImages(value, [...path, key]),
  );
  return [...own, ...inside];
}

/** The image of a project: the one below its name, else the one that is called like it. */
export function imageOf(project: string, images: readonly ChartImage[]): ChartImage | undefined {
  return (
    images.find(({ path }) => path.includes(project)) ??
    images.find(({ repository }) => repository.split('/').at(-1) === project)
  );
}
