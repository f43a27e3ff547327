import { HttpError } from './http-error';
import { leadingTo } from './wanted-page';

const lock = 'todo-chatbot-session';
let change: Promise<unknown> = Promise.resolve();

const isLoggedOut = (error: unknown) => error instanceof HttpError && error.status === 401;

/** Does what replaces the session of this browser by another, and lets {@link withSession} know. */
export function replaceSession<T>(work: () => Promise<T>): Promise<T> {
  // Locks exist on https and localhost only; they let the other tabs know as well.
  const done = navigator.locks ? navigator.locks.request(lock, work) : work();
  change = done.catch(() => undefined);
  return done;
}

async function changed(): Promise<void> {
  await change;
  await navigator.locks?.request(lock, { mode: 'shared' }, () => undefined);
}

/**
 * Asks the server, and once more when it knows no session: what is on its way while the session is
 * replaced still carries the old one. A server that answers so has done nothing yet.
 *
 * @throws {HttpError} with status 401 when nobody is logged in.
 */
export async function withSession<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isLoggedOut(error)) throw error;
    await changed();
    return ask();
  }
}

/**
 * A session can end at any moment; then there is one place to go, and from there back to here.
 * @returns whether that is what the error says
 */
export function leaveWhenLoggedOut(error: unknown): boolean {
  const loggedOut = isLoggedOut(error);
  if (loggedOut) location.replace(leadingTo(location.pathname + location.search, '/login?ended'));
  return loggedOut;
}
