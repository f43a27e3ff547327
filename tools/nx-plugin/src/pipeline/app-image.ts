import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolveBase } from '@todo-chatbot/closed-network';
import {
  Failure,
  planImage,
  requireImage,
  type ImageRef,
  type ImageSpec,
  type Note,
} from '@todo-chatbot/rollout';
import { workspaceRoot, type Project } from './workspace.ts';

/** The name of an app's image, without a tag. */
export function repositoryOf(app: Project): string {
  return `todo-${app.name}`;
}

/** How the pipeline builds an app's image: from what `nx build` has made. */
export async function imageSpec(app: Project, note?: Note): Promise<ImageSpec> {
  const dist = join(app.root, 'dist');
  if (!existsSync(dist)) {
    throw new Failure({ what: `${dist} is missing.`, cure: `npx nx build ${app.name}` });
  }
  return {
    repository: repositoryOf(app),
    context: workspaceRoot,
    dockerfile: join(app.root, 'Dockerfile'),
    files: [dist, join(app.root, 'container')],
    args: { APP_FROM: 'prebuilt' },
    bases: { RUNTIME_IMAGE: await resolveBase('runtime', { note }) },
  };
}

/** The image of an app as it is built now; it must be on the engine. */
export async function currentImage(app: Project, note?: Note): Promise<ImageRef> {
  const plan = await planImage(await imageSpec(app, note), note);
  return requireImage(plan, `npx nx docker-build ${app.name}`);
}
