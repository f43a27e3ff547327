import type { Session } from '../session.ts';

/** What a task does for a project, told as stages of the session's report. */
export type Step = (project: string, session: Session, chart?: string) => Promise<void>;
