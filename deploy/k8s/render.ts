import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { runMain } from '@todo-chatbot/rollout';
import { chartFolder, manifestFolder, renderReadme } from '../helm/todo-chatbot/scripts/chart.ts';
import { renderPlainManifests } from '../helm/todo-chatbot/scripts/plain-manifests.ts';

await runMain(async () => {
  const manifests = await renderPlainManifests();
  for (const name of readdirSync(manifestFolder)) {
    if (name.endsWith('.yaml') && !manifests.has(name)) rmSync(join(manifestFolder, name));
  }
  for (const [name, text] of manifests) writeFileSync(join(manifestFolder, name), text);
  writeFileSync(join(chartFolder, 'README.md'), await renderReadme());
  stdout.write(`${manifests.size} manifests in deploy/k8s and the chart's README are up to date\n`);
});
