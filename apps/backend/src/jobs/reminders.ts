import { reminderLimits } from '@todo-chatbot/shared';
import type { RepeatedJob } from './repeat.ts';

const second = 1_000;
const hour = 3_600_000;

type Work = (signal: AbortSignal) => Promise<void>;

export interface ReminderJobPorts {
  /** Works out when the reminders of changed tasks fire. */
  plan: Work;
  /** Tells what is due. */
  tell: Work;
  /** Forgets what was told so many days ago. */
  forget: (days: number) => Promise<void>;
  /** Sends what is to go out by mail; undefined where no mail is sent. */
  mail: Work | undefined;
  ending: AbortSignal;
  log: Record<'info' | 'warn', (details: object, message: string) => void>;
  /** Milliseconds between two looks. */
  pause?: number;
}

/** Tells of a failure once, and of its end, however often it comes in between. */
function told(log: ReminderJobPorts['log'], what: string) {
  let failing = false;
  return {
    onFailure: (err: unknown) => {
      if (!failing) log.warn({ err }, `${what} failed, and will be tried again`);
      failing = true;
    },
    onSuccess: () => {
      if (failing) log.info({}, `${what} went well again`);
      failing = false;
    },
  };
}

/** The jobs of reminders: what tells is not to wait for what sends. */
export function createReminderJobs(ports: ReminderJobPorts): RepeatedJob[] {
  const { plan, tell, forget, mail, ending, log, pause = second } = ports;
  const job = (what: string, work: Work): RepeatedJob => {
    const { onFailure, onSuccess } = told(log, what);
    const run = async () => {
      await work(ending);
      onSuccess();
    };
    return { pause, run, onFailure };
  };
  const telling = job('telling of reminders', async (signal) => {
    await plan(signal);
    await tell(signal);
  });
  const forgetting = {
    ...job('forgetting of reminders', () => forget(reminderLimits.days)),
    pause: hour,
  };
  return [telling, forgetting, ...(mail ? [job('mailing of reminders', mail)] : [])];
}
