import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain, type Report } from '@todo-chatbot/rollout';
import { workspaceRoot } from '../nx.ts';
import { groups, selectGroups, type Group } from './figures.ts';
import { build, programs } from './measure.ts';
import { publish, reportBeside } from './output.ts';
import { resultsOf, type Samples } from './results.ts';

const usage = `npm run bench [-- --only a,b] [--json]

Measures, in order: ${groups.map(({ name }) => name).join(', ')}.
Writes test-output/bench.json; a missed target is told, and is no failure.
`;

const folder = join(workspaceRoot, 'test-output');

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(usage);
  const selected = selectGroups(values.only);
  mkdirSync(folder, { recursive: true });
  const samples = await measure(reportBeside(values.json), selected);
  publish(resultsOf(selected, samples), join(folder, 'bench.json'), values.json);
});

/** Runs what measures, one after another; what fails is told, and the rest still runs. */
async function measure(report: Report, selected: Group[]): Promise<Samples> {
  await report.stage('build', async (note) => {
    await build({ groups: selected, folder, note });
    return 'backend and frontend';
  });
  const samples: Samples = {};
  for (const by of ['backend', 'frontend', 'browser'] as const) {
    const own = selected.filter(({ measuredBy }) => measuredBy === by);
    if (own.length === 0) continue;
    await report
      .stage(by, async (note) => {
        Object.assign(samples, await programs[by]({ groups: own, folder, note }));
        return own.map(({ name }) => name).join(', ');
      })
      .catch((error: unknown) => {
        report.say(`   ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 1;
      });
  }
  return samples;
}
