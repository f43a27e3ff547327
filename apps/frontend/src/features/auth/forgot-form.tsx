'use client';

import { useState } from 'react';
import { Field } from '@/components/field';
import { sendReset } from './account-door';
import { AuthForm } from './auth-form';
import { MailSent } from './mail-sent';
import { useAuthForm } from './use-auth-form';

/** The address to which a link for a new password goes. */
export function ForgotForm() {
  const [sentTo, setSentTo] = useState<string>();
  const { faults, ...form } = useAuthForm(
    ({ email }) => sendReset(email),
    ({ email }) => setSentTo(email),
  );
  if (sentTo) {
    return (
      <MailSent email={sentTo} again={sendReset}>
        If there is an account with this address, the mail holds a link for a new password.
      </MailSent>
    );
  }
  return (
    <AuthForm submit="Send the link" {...form}>
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        fault={faults.email}
      />
    </AuthForm>
  );
}
