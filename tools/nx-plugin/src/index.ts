import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateNodes } from '@nx/devkit';
import { infer } from './inference/infer.ts';
import type { PluginOptions } from './options.ts';

export type { PluginOptions } from './options.ts';

/**
 * Infers the way from a build to a rollout: a Dockerfile gives a project an
 * image, a Chart.yaml gives its project a release. Listed after @nx/docker,
 * whose `docker-build` it takes over. Imports nothing heavy: every nx command
 * loads this file.
 */
export const createNodes: CreateNodes<PluginOptions> = [
  '**/{Dockerfile,Chart.yaml}',
  (files, options, { workspaceRoot }) =>
    infer(files, {
      options: options ?? {},
      read: (path) => {
        try {
          return readFileSync(join(workspaceRoot, path), 'utf8');
        } catch {
          return undefined;
        }
      },
    }),
];

export const createNodesV2 = createNodes;
