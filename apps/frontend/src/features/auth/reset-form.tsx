'use client';

import { authClient } from './auth-client';
import { AuthForm } from './auth-form';
import { NewPasswordField } from './new-password-field';
import { useAuthForm } from './use-auth-form';

interface Props {
  /** What the link in the mail proves itself with. */
  token: string;
  passwordLength: { min: number; max: number };
}

/** A new password for somebody who forgot the old one. */
export function ResetForm({ token, passwordLength }: Props) {
  const { faults, ...form } = useAuthForm(
    ({ password }) => authClient.resetPassword({ newPassword: password, token }),
    '/login?reset',
  );
  return (
    <AuthForm submit="Save the new password" {...form}>
      <NewPasswordField label="New password" length={passwordLength} fault={faults.password} />
    </AuthForm>
  );
}
