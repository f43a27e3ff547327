import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { load } from 'js-yaml';
import { ensureHelm } from '@todo-chatbot/closed-network';
import { run } from '@todo-chatbot/rollout';
import { chartFolder, render } from '../scripts/chart.ts';
import { pipeline } from './support.ts';

const folder = join(import.meta.dirname, 'must-fail');
const files = readdirSync(folder);

/** What Helm says about values that it refuses. */
async function refusal(flags: string[], input: string): Promise<string> {
  const args = ['template', 'todo-chatbot', chartFolder, ...flags];
  const { exitCode, stderr } = await run(await ensureHelm(), args, { input, mayFail: true });
  expect(exitCode).not.toBe(0);
  return stderr;
}

it.each(files)('%s is refused with a message that names the key', async (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const expected = [...text.matchAll(/^# says: (.*)$/gm)].map(([, line]) => line!);
  expect(expected).not.toEqual([]);
  const said = await refusal(['-f', '-', '-f', join(folder, file)], JSON.stringify(pipeline));
  for (const line of expected) expect(said).toContain(line);
});

it('no refusal shows a secret', async () => {
  const secrets = {
    jwtSecret: 'secret-1',
    betterAuthSecret: 'secret-2',
    databaseUrl: 'mysql://u:secret-3@db',
    postgresPassword: 'secret/4',
  };
  const said = await refusal(['-f', '-'], JSON.stringify({ secrets }));
  expect(said).toContain('secrets.databaseUrl must be like postgresql://');
  expect(said).not.toMatch(/secret[-/]\d/);
});

it('every section of the values is closed to unknown keys', async () => {
  const values = load(readFileSync(join(chartFolder, 'values.yaml'), 'utf8')) as object;
  const paths = sections(values).filter((path) => path.join('.') !== 'ingress.annotations');
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const planted = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), { planted: 1 });
    const said = await refusal(['-f', '-'], JSON.stringify(planted));
    const pointer = path.map((key) => `/${key}`).join('');
    expect(said).toContain(`- at '${pointer}': additional properties 'planted' not allowed`);
  }
});

it('the values that these break are themselves accepted', async () => {
  await expect(render({ values: pipeline })).resolves.toContain('kind: Deployment');
});

function sections(node: object, path: string[] = []): string[][] {
  const inner = Object.entries(node).filter(([, value]) => value && typeof value === 'object');
  return [path, ...inner.flatMap(([key, value]) => sections(value as object, [...path, key]))];
}
