import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createReport, Failure, runMain, type Report } from '@todo-chatbot/rollout';
import { machine } from '../bench/machine.ts';
import { median, resultsOf, tableOf, type Samples } from '../bench/results.ts';
import { workspaceRoot } from '../nx.ts';
import { figures } from './figures.ts';
import { measureMany } from './many.ts';
import { scenes, share, type Scene } from './scenes.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

const names = Object.keys(scenes);
const usage = `npm run bench:deploy [-- --only a,b] [--rounds 5] [--many 50] [--keep] [--json]

Makes a cluster of its own and measures, in order: ${names.join(', ')}.
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
  const chosen = selectScenes(values.only);
  mkdirSync(folder, { recursive: true });
  const report = createReport(values.json ? { write: (text) => process.stderr.write(text) } : {});
  const place = await openWorkplace(join(folder, 'bench-deploy.log'));
  const samples: Samples = {};
  try {
    await prepare(place, report);
    for (const name of chosen) {
      await measure(name, { place, report, samples, rounds: Number(values.rounds) });
    }
    if (Number(values.many) > 0) {
      await report.stage('many', async (note) => {
        Object.assign(samples, await measureMany(place, Number(values.many), note));
        return `${values.many} deploys`;
      });
    }
  } finally {
    if (!values.keep) await place.npm('stop');
    place.clone.remove();
  }
  samples['naive-share'] = share(samples, median);
  const measured = figures.filter(({ name }) => (samples[name] ?? []).length > 0);
  const results = resultsOf([{ figures: measured }], samples);
  const json = JSON.stringify({ machine: machine(), results }, null, 2);
  writeFileSync(join(folder, 'bench-deploy.json'), `${json}\n`);
  process.stdout.write(values.json ? `${json}\n` : `\n${tableOf(results)}\n`);
});

function selectScenes(only: string | undefined): string[] {
  const wanted = only?.split(',') ?? names;
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown === undefined) return names.filter((name) => wanted.includes(name));
  throw new Failure({
    what: `There is nothing called "${unknown}" to measure.`,
    cure: `choose from: ${names.join(', ')}`,
  });
}

async function prepare(place: Workplace, report: Report): Promise<void> {
  await report.stage('cluster', async () => {
    await place.npm('start', '--', '--yes');
    // The first command after a start fills what the others find.
    await place.nx('run-many', '-t', 'deploy');
    return `${place.instance.name}, with the app`;
  });
}

interface Measuring {
  place: Workplace;
  report: Report;
  samples: Samples;
  rounds: number;
}

async function measure(name: string, { place, report, samples, rounds }: Measuring): Promise<void> {
  const scene = scenes[name] as Scene;
  await report.stage(name, async (note) => {
    for (let round = 1; round <= rounds; round += 1) {
      note(`round ${round} of ${rounds}`);
      for (const [figure, value] of Object.entries(await scene(place, round))) {
        (samples[figure] ??= []).push(value);
      }
    }
    return `${rounds} rounds`;
  });
}
