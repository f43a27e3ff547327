export { listTagsOn } from './attach/node.ts';
export { listTagsAt } from './attach/registry.ts';
export { connect } from './connect.ts';
export { always, type Consent } from './consent.ts';
export { installPackages } from './engine/apt.ts';
export { ensureBuildPackages } from './engine/build-packages.ts';
export { ensureEngine } from './engine/engine.ts';
export {
  makeDirectories,
  readInstance,
  type Instance,
  type ProviderChoice,
  type ProviderName,
} from './instance.ts';
export { ensureSecrets } from './secrets.ts';
