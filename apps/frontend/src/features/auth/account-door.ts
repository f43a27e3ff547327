import { authClient, type Refusal } from './auth-client';

interface Values {
  name: string;
  email: string;
  password: string;
}
type Answer = Promise<{ error: Refusal | null }>;

/**
 * Makes an account and logs in to it. The sign-up answers alike for every address, so that it is
 * the login that fails for one that somebody has taken.
 */
export async function signUpAndIn(values: Values): Answer {
  const { name, email, password } = values;
  const { error } = await authClient.signUp.email({ name, email, password });
  if (error) return { error };
  const login = await authClient.signIn.email({ email, password });
  if (login.error?.status !== 401) return login;
  return { error: { ...login.error, code: 'ADDRESS_TAKEN' } };
}

/** Makes an account whose owner then gets a mail; what is in it depends on the address. */
export const signUpByMail = ({ name, email, password }: Values): Answer =>
  authClient.signUp.email({ name, email, password });

/** Sends the link that verifies an address. */
export const sendVerification = (email: string): Answer =>
  authClient.sendVerificationEmail({ email });

/** Sends the link with which a new password can be chosen. */
export const sendReset = (email: string): Answer =>
  authClient.requestPasswordReset({ email, redirectTo: '/reset-password' });
