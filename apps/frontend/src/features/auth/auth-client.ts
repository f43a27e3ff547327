import { createAuthClient } from 'better-auth/client';

/** The account's door: sign-up, login, logout, session. */
export const authClient = createAuthClient();

/** What better-auth says when it refuses. */
export interface Refusal {
  status: number;
  code?: string | undefined;
  message?: string | undefined;
}
