import { buildImage } from '@todo-chatbot/rollout';
import type { Step } from './step.ts';
import { short, size } from './words.ts';

/** Builds the project's image, unless the engine has one with the same content. */
export const image: Step = (project, { once, plan, report }) =>
  once(`image ${project}`, () =>
    report.stage('image', async (note) => {
      const built = await buildImage(await plan(project, note), note);
      const summary = `${project} ${short(built.tag)}: ${built.reason}, ${size(built.bytes)}`;
      const { reason } = built;
      return { summary, skipped: !built.built, reason, built: built.built ? 1 : 0 };
    }),
  );
