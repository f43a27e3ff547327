export { Failure, describeFailure, lastLines, type FailureDetail } from './failure.ts';
export { run, type RunOptions, type RunResult } from './run.ts';
export {
  createReport,
  type Detail,
  type Note,
  type Report,
  type ShowDetails,
  type StageFacts,
  type StageOutcome,
  type StageRecord,
  type StageStatus,
} from './report.ts';
export { runMain } from './run-main.ts';
export type { Cluster, Glance, ImageRef, LoadResult } from './cluster.ts';
export { openApi, type Api } from './kube/api.ts';
export { endProxies, type Access } from './kube/proxy.ts';
export { docker, findDocker, findDockerClient, type Docker, type DockerClient } from './engine.ts';
export { withLock, type LockOptions } from './lock.ts';
export { configDigest } from './config-digest.ts';
export { readDockerfile, type DockerfileInputs } from './dockerfile.ts';
export { hashRecord, hashTrees } from './content-hash.ts';
export {
  findImage,
  listTags,
  splitReference,
  tagImage,
  untagImage,
  type StoredImage,
} from './image-store.ts';
export { exchange, type Answer, type Exchange } from './exchange.ts';
export { engineExec, engineGet, type ExecResult } from './engine-api.ts';
export {
  buildImage,
  planImage,
  requireImage,
  type BuiltImage,
  type ImageSpec,
  type PlannedImage,
} from './image.ts';
export { loadImage, type LoadedImage } from './load.ts';
export { pruneImages } from './retention.ts';
export {
  deployForeseen,
  deployRelease,
  foresee,
  type DeployedRelease,
  type Foresight,
} from './release/release.ts';
export { rollbackRelease, type RollbackOptions, type RolledBack } from './release/rollback.ts';
export { readHistory, type Revision } from './release/history.ts';
export { readRunning, type Running } from './release/running.ts';
export type { ReleaseImage, ReleaseSpec } from './release/spec.ts';
export { reach, type Target } from './release/target.ts';
