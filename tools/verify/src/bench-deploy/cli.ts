import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure, runMain, type Report } from '@todo-chatbot/rollout';
import { publish, reportBeside, selectNamed } from '../bench/output.ts';
import { median, resultsOf, type Samples } from '../bench/results.ts';
import { workspaceRoot } from '../nx.ts';
import { figures } from './figures.ts';
import { measureMany } from './many.ts';
import { commentEdit, scenes, share, type Scene } from './scenes.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

const usage = `npm run bench:deploy [-- --only a,b] [--rounds 5] [--many 50] [--keep] [--json]

Makes a cluster of its own and measures, in order: ${scenes.map(({ name }) => name).join(', ')}.
--many deploys so many times in a row, besides, and counts what is left behind.
Writes test-output/bench-deploy.json; --keep leaves the cluster for the next time.
`;

const folder = join(workspaceRoot, 'test-output');

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      many: { type: 'string', default: '0' },
      keep: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(usage);
  const chosen = selectNamed(scenes, values.only);
  const rounds = countOf('rounds', values.rounds);
  const many = countOf('many', values.many);
  mkdirSync(folder, { recursive: true });
  const report = reportBeside(values.json);
  const place = await openWorkplace(join(folder, 'bench-deploy.log'));
  const samples: Samples = {};
  try {
    await prepare(place, report);
    for (const scene of chosen) {
      await measure(scene, { place, report, samples, rounds });
    }
    if (many > 0) {
      await report.stage('many', async (note) => {
        Object.assign(samples, await measureMany(place, many, note));
        return `${many} deploys`;
      });
    }
  } finally {
    if (!values.keep) await place.npm('stop');
    await place.close();
  }
  samples['naive-share'] = share(samples, median);
  const measured = figures.filter(({ name }) => (samples[name] ?? []).length > 0);
  const results = resultsOf([{ figures: measured }], samples);
  publish(results, join(folder, 'bench-deploy.json'), values.json);
});

function countOf(option: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Failure({
    what: `--${option} takes a number, not "${text}".`,
    cure: 'npm run bench:deploy -- --help',
  });
}

async function prepare(place: Workplace, report: Report): Promise<void> {
  await report.stage('cluster', async () => {
    await place.npm('start', '--', '--yes');
    // A commit that affects the apps; its deploy also fills what the others find.
    await commentEdit(place, 0);
    return `${place.instance.name}, with the app`;
  });
}

interface Measuring {
  place: Workplace;
  report: Report;
  samples: Samples;
  rounds: number;
}

async function measure(
  { name, run }: Scene,
  { place, report, samples, rounds }: Measuring,
): Promise<void> {
  await report.stage(name, async (note) => {
    for (let round = 1; round <= rounds; round += 1) {
      note(`round ${round} of ${rounds}`);
      for (const [figure, value] of Object.entries(await run(place, round))) {
        (samples[figure] ??= []).push(value);
      }
    }
    return `${rounds} rounds`;
  });
}
