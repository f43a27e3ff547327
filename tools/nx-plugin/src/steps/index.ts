import type { StepName } from '../options.ts';
import { image } from './image.ts';
import { live } from './live.ts';
import { load } from './load.ts';
import { release } from './release.ts';
import type { Step } from './step.ts';

/** What each kind of task does. */
export const steps: Record<Exclude<StepName, 'rollback'>, Step> = { image, load, release, live };
