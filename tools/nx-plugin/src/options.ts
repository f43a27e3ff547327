/** What `nx.json` may say to the plugin; everything has a default. */
export interface PluginOptions {
  /**
   * A module, relative to the workspace, that knows the cluster and the base
   * images: see {@link Environment}. Default: the current context of the kubeconfig.
   */
  environment?: string;
  /** What the engine is given: `project` for the project's folder (the default), `workspace` for the root. */
  context?: 'project' | 'workspace';
  /** Build arguments of every image; a project adds its own as `docker-build`'s option `args`. */
  args?: Record<string, string>;
  /** Values files of the chart that are used where they exist; `{provider}` is `kind`, `minikube` or `context`. */
  values?: string[];
  /** Helm's name for the release. Default: the chart's name. */
  release?: string;
  /** Default: the release's name. */
  namespace?: string;
}

/** What one task does. */
export type StepName = 'image' | 'load' | 'release' | 'live' | 'rollback';

/** Options of an image's tasks, as inferred and as a project may change them. */
export interface ImageOptions {
  step: 'image';
  /** Name of the image, without a tag. */
  repository: string;
  /** The folder that the engine is given, relative to the workspace. */
  context: string;
  args: Record<string, string>;
}

/** Options of a chart's release. */
export interface ReleaseOptions {
  step: 'release';
  release: string;
  namespace: string;
  /** Names of values files, with `{provider}` for the cluster's kind. */
  values: string[];
  /** Project → where the chart's values name its image. */
  images: Record<string, string[]>;
}

/** Options of the tasks that follow another project's release. */
export interface FollowOptions {
  step: 'load' | 'live' | 'rollback';
  /** The project of the chart. */
  chart?: string;
}

export type StepOptions = (ImageOptions | ReleaseOptions | FollowOptions) & {
  environment?: string;
  json?: boolean;
  verbose?: boolean;
};
