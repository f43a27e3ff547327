/**
 * Measures the built backend on a seeded database and writes the values, as JSON, to a file:
 * `node bench/main.ts --out <file> [--only list,search]`. What the values should be, and how they
 * are shown, is the business of `npm run bench`.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openDatabase } from './database.ts';
import { measurements } from './figures.ts';
import type { Samples } from './figures.ts';
import { signedIn } from './people.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    only: { type: 'string', default: Object.keys(measurements).join(',') },
    repetitions: { type: 'string', default: '3' },
  },
});
const told = (text: string) => void process.stderr.write(`${text}\n`);

const database = await openDatabase(told);
const samples: Samples = {};
try {
  const people = await signedIn(database.url);
  const bench = {
    databaseUrl: database.url,
    people,
    repetitions: Number(values.repetitions),
    told,
  };
  for (const name of values.only.split(',')) {
    Object.assign(samples, await measurements[name]?.(bench));
  }
} finally {
  await database.close();
}
if (values.out) writeFileSync(values.out, JSON.stringify(samples));
else process.stdout.write(`${JSON.stringify(samples, null, 2)}\n`);
