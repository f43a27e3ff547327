import type { StepName } from '../options.ts';
import { image } from './image.ts';
import { live } from './live.ts';
import { load } from './load.ts';
import { release } from './release.ts';
import { rollback } from './rollback.ts';
import type { Step } from './step.ts';

/** What each kind of task does. */
export const steps: Record<StepName, Step> = { image, load, release, live, rollback };
