import { deployRelease } from '../release.ts';
import { quietReport, trial, trialIn, type Version } from './trial.ts';

// A deploy in a process of its own, to be killed.
const [namespace = '', version = ''] = process.argv.slice(2);
const target = trialIn(namespace);
await deployRelease(target, trial(target, JSON.parse(version) as Version), quietReport().report);
