import { writeFileSync } from 'node:fs';
import { createReport, Failure, type Report } from '@todo-chatbot/rollout';
import { machine } from './machine.ts';
import { tableOf, type Result } from './results.ts';

/** The report of a benchmark: with `--json` standard output belongs to the JSON. */
export function reportBeside(json: boolean): Report {
  return createReport(json ? { write: (text) => process.stderr.write(text) } : {});
}

/** Writes the results and the machine to a file, and prints them as a table, or as JSON. */
export function publish(results: readonly Result[], file: string, asJson: boolean): void {
  const json = JSON.stringify({ machine: machine(), results }, null, 2);
  writeFileSync(file, `${json}\n`);
  process.stdout.write(asJson ? `${json}\n` : `\n${tableOf(results)}\n`);
}

/**
 * What `--only a,b` names, in the order in which it is measured; everything without it.
 *
 * @throws {Failure} on a name that there is not.
 */
export function selectNamed<T extends { name: string }>(
  all: readonly T[],
  only: string | undefined,
): T[] {
  const wanted = only?.split(',').map((word) => word.trim());
  const unknown = (wanted ?? []).filter((word) => !all.some(({ name }) => name === word));
  if (unknown.length > 0) {
    const known = all.map(({ name }) => name).join(', ');
    throw new Failure({
      what: `Nothing is measured by the name ${unknown.join(', ')}. There are: ${known}.`,
      cure: 'give --only one of these, or several with commas between',
    });
  }
  return all.filter(({ name }) => wanted?.includes(name) ?? true);
}
