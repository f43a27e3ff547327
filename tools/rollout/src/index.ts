export { Failure, describeFailure, lastLines, type FailureDetail } from './failure.ts';
export { run, type RunOptions, type RunResult } from './run.ts';
export {
  createReport,
  runMain,
  type Note,
  type Report,
  type StageOutcome,
  type StageRecord,
  type StageStatus,
} from './report.ts';
export type { Cluster, ImageRef, LoadResult } from './cluster.ts';
export { docker, findDocker, findDockerClient, type Docker, type DockerClient } from './engine.ts';
export { withLock, type LockOptions } from './lock.ts';
