'use client';

import { useState } from 'react';
import { Field } from '@/components/field';
import { PasswordField } from '@/components/password-field';
import { AuthForm } from './auth-form';
import { MailSent } from './mail-sent';
import { sendVerification, signUpAndIn, signUpByMail } from './account-door';
import { useAuthForm } from './use-auth-form';

interface Props {
  passwordLength: { min: number; max: number };
  /** Whether the address is verified by mail before the first login. */
  mail: boolean;
}

/** What a new account needs. */
export function SignupForm({ passwordLength, mail }: Props) {
  const [sentTo, setSentTo] = useState<string>();
  const { faults, ...form } = useAuthForm(
    mail ? signUpByMail : signUpAndIn,
    mail ? ({ email }) => setSentTo(email) : undefined,
  );
  if (sentTo) {
    return (
      <MailSent email={sentTo} again={sendVerification}>
        The link in it proves that the address is yours. Then log in.
      </MailSent>
    );
  }
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
      <PasswordField
        label="Password"
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
