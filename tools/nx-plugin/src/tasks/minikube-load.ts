import { connect } from '@todo-chatbot/cluster';
import { createReport, loadImage, runMain } from '@todo-chatbot/rollout';
import { currentImage } from '../pipeline/app-image.ts';
import { count, short, size } from '../pipeline/words.ts';
import { projectArgument } from '../pipeline/workspace.ts';

await runMain(async () => {
  const app = projectArgument('Dockerfile');
  const report = createReport({ json: process.argv.includes('--json') });
  await report.stage('load', async (note) => {
    const [cluster, image] = await Promise.all([connect(), currentImage(app, note)]);
    const { loaded, reason, nodes, bytes, via } = await loadImage(cluster, image, note);
    const what = `${app.name} ${short(image.reference.split(':').at(-1) ?? '')}: ${reason}`;
    const how = loaded ? `, ${size(bytes)} by ${via}` : '';
    return { summary: `${what}${how}, ${count(nodes, 'node')}`, skipped: !loaded };
  });
});
