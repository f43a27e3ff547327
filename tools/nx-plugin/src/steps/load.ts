import { loadImage, requireImage } from '@todo-chatbot/rollout';
import type { Step } from './step.ts';
import { count, short, size } from './words.ts';

/** Brings the project's image to every node that lacks it. */
export const load: Step = (project, { once, cluster, glance, plan, report, loadOthers }) =>
  once(`load ${project}`, async () => {
    const others = loadOthers();
    // Waited for last: until then nobody hears that it fails.
    others.catch(() => undefined);
    await report.stage('load', async (note) => {
      const planned = await plan(project, note);
      const [where, had, image] = await Promise.all([
        cluster(),
        glance(),
        requireImage(planned, `npx nx docker-build ${project}`),
      ]);
      const { loaded, reason, nodes, bytes, via } = await loadImage(where, image, { note, had });
      const how = loaded ? `, ${size(bytes)} by ${via}` : '';
      const summary = `${project} ${short(planned.tag)}: ${reason}${how}, ${count(nodes, 'node')}`;
      return { summary, skipped: !loaded, reason, bytes };
    });
    await others;
  });
