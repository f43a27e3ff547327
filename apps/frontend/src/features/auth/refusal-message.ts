import type { Refusal } from './auth-client';

/** One sentence for a person who could not get in. */
export function refusalMessage({ status, code, message }: Refusal): string {
  if (code === 'INVALID_EMAIL_OR_PASSWORD') {
    return 'This e-mail and password do not belong together. Check both and try again.';
  }
  if (code === 'ADDRESS_TAKEN') {
    return 'There is an account with this e-mail already. Log in instead.';
  }
  if (code === 'INVALID_TOKEN' || code === 'TOKEN_EXPIRED') {
    return 'This link has been used or is too old. Ask for a new one.';
  }
  if (code === 'INVALID_PASSWORD') return 'This is not your current password.';
  if (status === 429) return 'Too many tries. Wait a minute, then try again.';
  if (status >= 500 || status === 0) {
    return 'The server cannot be reached right now. Try again in a moment.';
  }
  return message ?? 'That did not work. Check what you typed and try again.';
}
