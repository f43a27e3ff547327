import { deployRelease } from '../release.ts';
import { quietReport, trial, trialIn } from './trial.ts';

// A deploy in a process of its own, to be killed.
const [namespace = '', version = '', values = '{}'] = process.argv.slice(2);
const spec = trial(version, JSON.parse(values) as Record<string, unknown>);
await deployRelease(trialIn(namespace), spec, quietReport().report);
