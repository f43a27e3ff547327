import type { Note } from '@todo-chatbot/rollout';

/** What a caller may hand to anything here that can take long. */
export interface Work {
  /** Told what is being done now, in a few words. */
  note?: Note;
  /** A file that the output of every program is appended to. */
  log?: string;
}
