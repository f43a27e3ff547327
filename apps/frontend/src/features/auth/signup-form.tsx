'use client';

import { Field } from '@/components/field';
import { AuthForm } from './auth-form';
import { useAuthForm } from './use-auth-form';
import { signUpAndIn } from './sign-up-and-in';

interface Props {
  passwordLength: { min: number; max: number };
}

/** What a new account needs. */
export function SignupForm({ passwordLength }: Props) {
  const { faults, ...form } = useAuthForm(signUpAndIn);
  return (
    <AuthForm submit="Create account" {...form}>
      <Field
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        fault={faults.name}
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        fault={faults.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
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
