import { Failure, type Report } from '@todo-chatbot/rollout';
import { openInstance } from '../state.ts';
import { findBuildPackages, findEngine } from './engine.ts';
import { conclude, formatTable, type Finding } from './finding.ts';
import { findMachine } from './machine.ts';
import { findPrograms } from './programs.ts';

/** Looks at everything that the project needs; changes nothing. */
export async function examine(): Promise<Finding[]> {
  const instance = openInstance();
  const groups = await Promise.all([
    findEngine(),
    findBuildPackages(),
    findPrograms(),
    findMachine(instance),
  ]);
  return groups.flat();
}

/** @throws {Failure} when something is missing that `npm start` cannot see to. */
export async function doctor(report: Report, json: boolean): Promise<void> {
  const findings = await examine();
  if (json) for (const finding of findings) process.stdout.write(`${JSON.stringify(finding)}\n`);
  report.say(`\n${formatTable(findings)}\n\n ${conclude(findings)}`);
  const yours = findings.filter(({ verdict }) => verdict === 'yours');
  if (yours.length === 0) return;
  throw new Failure({
    what: `Missing: ${yours.map(({ tool }) => tool).join(', ')}.`,
    cure: yours.map(({ cure }) => cure).join('; '),
  });
}
