'use client';

import { useRouter } from 'next/navigation';
import { PasswordField } from '@/components/password-field';
import { authClient } from './auth-client';
import { AuthForm } from './auth-form';
import { useAuthForm } from './use-auth-form';

interface Props {
  /** What the link in the mail proves itself with. */
  token: string;
  passwordLength: { min: number; max: number };
}

/** A new password for somebody who forgot the old one. */
export function ResetForm({ token, passwordLength }: Props) {
  const router = useRouter();
  const { faults, ...form } = useAuthForm(
    ({ password }) => authClient.resetPassword({ newPassword: password, token }),
    () => router.replace('/login?reset'),
  );
  return (
    <AuthForm submit="Save the new password" {...form}>
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        required
        minLength={passwordLength.min}
        maxLength={passwordLength.max}
        hint={`At least ${passwordLength.min} characters.`}
        fault={faults.password}
      />
    </AuthForm>
  );
}
