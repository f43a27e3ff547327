import { existsSync, readFileSync, writeFileSync } from 'node:fs';

type Samples = Record<string, number[]>;

/** Adds measured values to the file that `npm run bench` reads; without one they are printed. */
export function record(values: Samples): void {
  const file = process.env.BENCH_OUT;
  if (!file) return void process.stdout.write(`${JSON.stringify(values)}\n`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Samples) : {};
  writeFileSync(file, JSON.stringify({ ...before, ...values }));
}
