import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Infers the way from a build to a rollout: a Dockerfile gives a project an
 * image, a Chart.yaml gives its project a release. Listed after @nx/docker,
 * whose `docker-build` it takes over. Imports what infers when something is to
 * be inferred, and is JavaScript, because most nx commands only load this file.
 *
 * @type {import('@nx/devkit').CreateNodes<import('./options.ts').PluginOptions>}
 */
export const createNodes = [
  '**/{Dockerfile,Chart.yaml}',
  async (files, options, { workspaceRoot }) => {
    const { infer } = await import('./inference/infer.ts');
    return infer(files, {
      options: options ?? {},
      read: (path) => {
        try {
          return readFileSync(join(workspaceRoot, path), 'utf8');
        } catch {
          return undefined;
        }
      },
    });
  },
];

export const createNodesV2 = createNodes;
