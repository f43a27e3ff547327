import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ensureHelm } from '@todo-chatbot/closed-network';
import { run } from '@todo-chatbot/rollout';
import { chartFolder } from '../scripts/chart.ts';
import { kind, pipeline } from './support.ts';

/** What Helm tells a person after an installation. */
async function notes(files: string[] = []): Promise<string> {
  const flags = files.flatMap((file) => ['--values', join(chartFolder, file)]);
  const args = ['install', 'todo-chatbot', chartFolder, '--dry-run=client', ...flags];
  const { stdout } = await run(await ensureHelm(), [...args, '--values', '-'], {
    input: JSON.stringify(pipeline),
  });
  return stdout.slice(stdout.indexOf('NOTES:'));
}

const addresses = (text: string) =>
  [...text.matchAll(/^ {2}(http\S+(?: address>\S+)?)/gm)].map((m) => m[1]);

it('the notes name the ingress, the load balancer and the way without either', async () => {
  expect(addresses(await notes())).toEqual([
    'http://todo.local',
    'http://<external address>:3000',
    'http://localhost:3000',
  ]);
});

it('the notes name the one address of kind', async () => {
  expect(addresses(await notes(kind))).toEqual(['http://localhost:8080']);
});
