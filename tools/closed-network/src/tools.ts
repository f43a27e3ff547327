import { goTool } from './go-build.ts';
import type { Work } from './work.ts';

/** The path of kind, compiled from its pinned Go module when it is not there. */
export const ensureKind = (work: Work = {}): Promise<string> => goTool('kind', work);

/** The path of helm-docs, which writes the chart's README. */
export const ensureHelmDocs = (work: Work = {}): Promise<string> => goTool('helm-docs', work);

/** The path of kubeconform, which checks manifests against schemas. */
export const ensureKubeconform = (work: Work = {}): Promise<string> => goTool('kubeconform', work);

/** The path of gitleaks, which looks for secrets in the repository. */
export const ensureGitleaks = (work: Work = {}): Promise<string> => goTool('gitleaks', work);

/** The path of docker compose as a program of its own, for engines without that plugin. */
export const ensureCompose = (work: Work = {}): Promise<string> => goTool('docker-compose', work);
