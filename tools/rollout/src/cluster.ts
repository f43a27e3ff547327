/** An image of the local engine: the name a pod uses, and the id that proves its content. */
export interface ImageRef {
  /** Repository and tag, for example `todo-backend:3f2a91c04b7d`. */
  reference: string;
  /** Digest of the image's configuration, `sha256:…`; the same on engine and node. */
  id: string;
}

/** What nodes had at one moment: the id of an image on one of them, undefined when it was absent. */
export type Glance = (node: string, reference: string) => string | undefined;

/** What it took to bring an image to the nodes. */
export interface LoadResult {
  /** Bytes that really moved. */
  bytes: number;
  /** The way they took, in a word or two: `registry`, `piped save`. */
  via: string;
  /** What each node said the image's id is when all was done, where it was asked on the way. */
  seen?: Glance;
}

/** A cluster as the rollout needs it; implemented by the providers in tools/cluster. */
export interface Cluster {
  readonly provider: 'kind' | 'minikube' | 'context';
  /** The file that every kubectl and helm call is given. */
  readonly kubeconfig: string;
  readonly context: string;
  /** Absolute paths. */
  readonly tools: { kubectl: string; helm: string };
  /** Where a person reaches the app, for example `http://localhost:8080`, when that is known. */
  readonly address?: string;
  /** What is called in a reason → a file with Helm values that this cluster wants, secrets among them. */
  readonly valuesFiles?: Readonly<Record<string, string>>;
  /** Helm values that only this cluster knows: its address, images of its own. */
  readonly values?: Readonly<Record<string, unknown>>;
  /**
   * Cores that a container may take while it starts, whatever its limit says; without, the limit holds
   * from the beginning. For a machine of one's own, where nobody else waits for them.
   */
  readonly startCores?: number;
  /** References of images that are no project's and that the release runs when the engine has them. */
  readonly otherImages?: readonly string[];
  nodes(): Promise<string[]>;
  /** What the nodes have, asked before it is known which images matter; where that is quick. */
  glance?(): Promise<Glance>;
  /** The id of an image on a node, undefined when it is absent. */
  imageId(node: string, reference: string): Promise<string | undefined>;
  /** Brings an image of the local engine to every node, only missing layers where the provider allows. */
  load(image: ImageRef): Promise<LoadResult>;
  /** Removes a repository's images from the nodes, and from what they came by, but for the tags that are needed. */
  prune?(repository: string, needed: ReadonlySet<string>): Promise<void>;
}
