/** Where a cluster's API is, and with which programs it is asked. */
export interface Access {
  kubeconfig: string;
  context: string;
  /** Absolute paths. */
  tools: { kubectl: string; helm: string };
}
