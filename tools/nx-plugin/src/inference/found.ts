import type { ChartImage } from './chart-images.ts';

/** A project with a file that the plugin looks for. */
export interface Found {
  /** The file, relative to the workspace. */
  file: string;
  /** The project's folder, relative to the workspace. */
  root: string;
  name: string;
}

export interface Chart extends Found {
  /** The chart's own name. */
  title: string;
  /** Project → its image in the chart's values. */
  images: Record<string, ChartImage>;
}
