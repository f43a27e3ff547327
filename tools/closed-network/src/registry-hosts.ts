/** The name under which pods and nodes ask for images of the registry beside the cluster. */
export const registryAddress = 'kind-registry:5000';

/**
 * The file that makes a node's containerd pull images named `kind-registry:5000/…`
 * from the container `registryName` on the cluster's network, over plain HTTP. The
 * node image has it for `kind-registry`; with another name it is written into the
 * running node (containerd reads it anew at each pull).
 */
export function registryHosts(registryName = 'kind-registry'): { path: string; content: string } {
  const server = `http://${registryName}:5000`;
  return {
    path: `/etc/containerd/certs.d/${registryAddress}/hosts.toml`,
    content: `server = "${server}"\n\n[host."${server}"]\n  capabilities = ["pull", "resolve"]\n`,
  };
}
