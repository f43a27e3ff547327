export { ensureGo, wantedGo } from './go-toolchain.ts';
export { ensureHelm, ensureKubectl } from './kubectl-helm.ts';
export { binDir, cacheDir } from './machine.ts';
export { aptPackages } from './packages.ts';
export { imageSource, registryAnswers, type ImageSource } from './source.ts';
export {
  ensureCompose,
  ensureGitleaks,
  ensureHelmDocs,
  ensureKind,
  ensureKubeconform,
} from './tools.ts';
export type { Work } from './work.ts';
export { ensureRegistryImage, resolveBase, resolveBases, type Bases } from './bases/index.ts';
export { kindConfig, nodePort, type KindChoice } from './kind-config.ts';
export { ensureNodeImage } from './node-image/index.ts';
export { registryAddress, registryHosts } from './registry-hosts.ts';
export { metricsServer, type MetricsServer } from './metrics-server.ts';
