'use client';

import { Field } from '@/components/field';
import { authClient } from './auth-client';
import { AuthForm } from './auth-form';
import { useAuthForm } from './use-auth-form';

/** E-mail and password of somebody who has an account. */
export function LoginForm() {
  const { faults, ...form } = useAuthForm(({ email, password }) =>
    authClient.signIn.email({ email, password }),
  );
  return (
    <AuthForm submit="Log in" {...form}>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        fault={faults.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        fault={faults.password}
      />
    </AuthForm>
  );
}
