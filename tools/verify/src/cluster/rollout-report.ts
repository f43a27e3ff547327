import { join } from 'node:path';
import { workspaceRoot } from '../nx.ts';

/** Where the rollout's own tests on the cluster leave what they found. */
export const rolloutReport = join(workspaceRoot, 'tools/verify/test-output/rollout.json');
