import { authClient, type Refusal } from './auth-client';

/**
 * Makes an account and logs in to it. The sign-up answers alike for every address, so that it is
 * the login that fails for one that somebody has taken.
 */
export async function signUpAndIn(values: {
  name: string;
  email: string;
  password: string;
}): Promise<{ error: Refusal | null }> {
  const { name, email, password } = values;
  const { error } = await authClient.signUp.email({ name, email, password });
  if (error) return { error };
  const login = await authClient.signIn.email({ email, password });
  if (login.error?.status !== 401) return login;
  return { error: { ...login.error, code: 'ADDRESS_TAKEN' } };
}
