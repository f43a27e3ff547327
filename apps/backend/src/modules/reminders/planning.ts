import { planOf } from './reminder.ts';
import type { Plan, RemindedTask } from './reminder.ts';

/** Keeps what is worked out about tasks that changed. */
export interface PlanStore {
  /**
   * Takes the notes that say which tasks changed, `limit` at most, and keeps what `plan` makes of
   * each task as it is now; all in one transaction, in one process at a time. Answers how many
   * notes there were.
   */
  replan(limit: number, plan: (task: RemindedTask) => Plan | undefined): Promise<number>;
  /** Forgets what was told so many days ago. */
  forget(days: number): Promise<void>;
}

const batch = 500;

/** Works out when the reminders of changed tasks fire, until none is left to work out. */
export const createPlanning = (store: PlanStore) => async (signal: AbortSignal) => {
  while (!signal.aborted && (await store.replan(batch, planOf)) === batch);
};
