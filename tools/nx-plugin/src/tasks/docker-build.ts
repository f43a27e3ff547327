import { buildImage, createReport, runMain } from '@todo-chatbot/rollout';
import { imageSpec } from '../pipeline/app-image.ts';
import { short, size } from '../pipeline/words.ts';
import { projectArgument } from '../pipeline/workspace.ts';

await runMain(async () => {
  const app = projectArgument('Dockerfile');
  const report = createReport({ json: process.argv.includes('--json') });
  await report.stage('image', async (note) => {
    const image = await buildImage(await imageSpec(app, note), note);
    const summary = `${app.name} ${short(image.tag)}: ${image.reason}, ${size(image.bytes)}`;
    return { summary, skipped: !image.built };
  });
});
