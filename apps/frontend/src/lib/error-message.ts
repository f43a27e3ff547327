import { HttpError } from './http-error';

/** One sentence for a person: what happened and what to do. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof HttpError)) return 'The server cannot be reached. Check your connection.';
  if (error.status === 429) return 'Too many requests at once. Wait a moment and try again.';
  if (error.status >= 500) return 'The server cannot be reached right now. Try again in a moment.';
  return error.message;
}

/** True for faults that may be gone in a moment. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof HttpError) || error.status >= 500 || error.status === 429;
}
