import { rollbackRelease } from '@todo-chatbot/rollout';
import { targetOf } from './release.ts';
import type { Step } from './step.ts';

/** Goes back to the version before: of a project, or of all that its chart deploys. */
export const rollback: Step = async (project, session, chart = project) => {
  const { options } = session.release(chart);
  const app = project === chart ? undefined : project;
  const cluster = await session.cluster();
  await rollbackRelease(targetOf(cluster, options), session.report, { app });
};
