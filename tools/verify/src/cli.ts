import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createReport, runMain, type Report } from '@todo-chatbot/rollout';
import { checks, couldNotRun, type CheckResult } from './checks.ts';
import { workspaceRoot } from './nx.ts';
import { planSteps, selectStages, stageNames, type StageName } from './stages.ts';
import { closingLine, sum } from './tally.ts';

const usage = `npm test [-- --only a,b] [--without a,b] [--json] [--verbose]

Stages: ${stageNames.join(', ')}
`;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      without: { type: 'string' },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(usage);
  const selected = selectStages(values);
  const report = createReport({ json: values.json, verbose: values.verbose });
  const logs = join(workspaceRoot, 'test-output');
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });

  const results: CheckResult[] = [];
  const runInOrder = async (names: readonly StageName[]) => {
    for (const name of names) {
      results.push(await runStage(report, name, join(logs, `${name}.log`)));
    }
  };
  for (const lists of planSteps(selected)) await Promise.all(lists.map(runInOrder));
  const total = sum(results.map((result) => result.tally));
  process.stdout.write(`\n${closingLine(total)}\n`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
});

/** Runs one stage; a failing one is told and counted, and the next one still runs. */
async function runStage(report: Report, name: StageName, log: string): Promise<CheckResult> {
  let result: CheckResult = couldNotRun(name, 'it did not begin');
  await report
    .stage(name, async (note) => {
      result = await checks[name]({ log, note }).catch((error: unknown) =>
        couldNotRun(name, error),
      );
      if (result.tally.failed > 0) throw new Error(closingLine(result.tally));
      return result.tally.passed > 0 ? closingLine(result.tally) : 'everything needed is here';
    })
    .catch(() => {
      report.say(`${(result.tail ?? '').replace(/^/gm, '   │ ')}\n   Whole log: ${log}`);
    });
  return result;
}
