import { forgetKeptQueries } from '@/lib/kept-queries';
import { outbox } from '@/features/tasks/data/outbox/outbox';
import { forgetEntries } from '@/features/tasks/data/outbox/stored';

const patienceMs = 5_000;

/** Resolves when everything is sent. @throws Error when it takes too long, with what to do */
function everythingSent(): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (outbox.current().length > 0) return;
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error('Some of your changes are not saved yet. Try again when you are online.'));
    }, patienceMs);
    const stop = outbox.subscribe(look);
    look();
  });
}

/** What is done before a session ends: all is sent, and nothing stays on the device. */
export async function beforeLogout(): Promise<void> {
  await everythingSent();
  outbox.close();
  await Promise.all([forgetKeptQueries(), forgetEntries()]);
}
