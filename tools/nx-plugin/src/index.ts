import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateNodes } from '@nx/devkit';
import { infer } from './infer.ts';

/**
 * Infers the way from a build to a rollout: a Dockerfile gives a project
 * `docker-build`, `minikube-load` and `deploy`, a Chart.yaml gives
 * `helm-deploy` and `deploy`. Listed after @nx/docker, whose `docker-build` it
 * takes over. Imports nothing heavy: every nx command loads this file.
 */
export const createNodes: CreateNodes = [
  '**/{Dockerfile,Chart.yaml}',
  (files, _options, { workspaceRoot }) =>
    infer(files, (path) => {
      try {
        return readFileSync(join(workspaceRoot, path), 'utf8');
      } catch {
        return undefined;
      }
    }),
];

export const createNodesV2 = createNodes;
