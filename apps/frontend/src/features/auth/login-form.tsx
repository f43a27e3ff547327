'use client';

import Link from 'next/link';
import { PasswordField } from '@/components/password-field';
import { leadingTo } from '@/lib/wanted-page';
import { authClient } from './auth-client';
import { AuthForm } from './auth-form';
import { linkClass } from './auth-step';
import { EmailField } from './email-field';
import { useAuthForm } from './use-auth-form';

/** E-mail and password of somebody who has an account, and who then goes on to the page that was wanted. */
export function LoginForm({ wanted }: { wanted: string }) {
  const { faults, ...form } = useAuthForm(
    ({ email, password }) => authClient.signIn.email({ email, password }),
    wanted,
  );
  return (
    <AuthForm submit="Log in" {...form}>
      <EmailField fault={faults.email} />
      <div>
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          fault={faults.password}
        />
        <Link
          href={leadingTo(wanted, '/forgot-password')}
          className={`mt-2 inline-block text-sm ${linkClass}`}
        >
          Forgot it?
        </Link>
      </div>
    </AuthForm>
  );
}
