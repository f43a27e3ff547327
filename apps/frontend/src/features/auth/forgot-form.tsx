'use client';

import { useState } from 'react';
import { sendReset } from './account-door';
import { AuthForm } from './auth-form';
import { AuthStep } from './auth-step';
import { EmailField } from './email-field';
import { Address, MailSent } from './mail-sent';
import { rememberedIt } from './remembered-it';
import { useAuthForm } from './use-auth-form';

interface Props {
  /** Seconds within which the server sends no second mail. */
  mailPause: number;
  /** The page that this leads to in the end. */
  wanted: string;
}

/** The address to which a link for a new password goes. */
export function ForgotForm({ mailPause, wanted }: Props) {
  const [typed, setTyped] = useState<string>();
  const [sent, setSent] = useState(false);
  const { faults, ...form } = useAuthForm(
    ({ email }) => sendReset(email),
    ({ email }) => {
      setTyped(email);
      setSent(true);
    },
  );
  if (sent && typed) {
    return (
      <MailSent
        email={typed}
        lead={
          <>
            If <Address>{typed}</Address> has an account, a link for a new password is on its way
            there. It is good for an hour.
          </>
        }
        again={sendReset}
        pause={mailPause}
        onOtherAddress={() => setSent(false)}
        other={rememberedIt(wanted)}
      />
    );
  }
  return (
    <AuthStep
      title="Forgot your password?"
      lead="Type the address of your account. We send a link with which you choose a new one."
      other={rememberedIt(wanted)}
    >
      <AuthForm submit="Send the link" {...form}>
        <EmailField defaultValue={typed} autoFocus={typed !== undefined} fault={faults.email} />
      </AuthForm>
    </AuthStep>
  );
}
