export { connect } from './connect.ts';
export { readInstance, type Instance, type ProviderChoice, type ProviderName } from './instance.ts';
export { ensureSecrets } from './secrets.ts';
