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
