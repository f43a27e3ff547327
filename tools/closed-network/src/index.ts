export { ensureGo } from './go-toolchain.ts';
export { ensureHelm, ensureKubectl } from './kubectl-helm.ts';
export { binDir, cacheDir } from './machine.ts';
export { aptPackages } from './packages.ts';
export { imageSource, registryAnswers, type ImageSource } from './source.ts';
export { ensureGitleaks, ensureHelmDocs, ensureKind, ensureKubeconform } from './tools.ts';
export type { Work } from './work.ts';
export { ensureRegistryImage, resolveBase, resolveBases, type Bases } from './bases/index.ts';
