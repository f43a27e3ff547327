'use client';

import { useState } from 'react';
import { Field } from '@/components/field';
import { leadingTo } from '@/lib/wanted-page';
import { sendVerification, signUpAndIn, signUpByMail } from './account-door';
import { AuthForm } from './auth-form';
import { AuthStep } from './auth-step';
import { EmailField } from './email-field';
import { Address, MailSent } from './mail-sent';
import { NewPasswordField } from './new-password-field';
import { useAuthForm } from './use-auth-form';

interface Props {
  lead: string;
  passwordLength: { min: number; max: number };
  /** Whether the address is confirmed by mail before the first login. */
  mail: boolean;
  /** Seconds within which the server sends no second mail. */
  mailPause: number;
  /** The page that this leads to in the end. */
  wanted: string;
}

/** What a new account needs. */
export function SignupForm({ lead, passwordLength, mail, mailPause, wanted }: Props) {
  const [typed, setTyped] = useState<{ name: string; email: string }>();
  const [sent, setSent] = useState(false);
  const login = leadingTo(wanted, '/login');
  const goOn = ({ name, email }: { name: string; email: string }) => {
    setTyped({ name, email });
    setSent(true);
  };
  const { faults, ...form } = useAuthForm(mail ? signUpByMail : signUpAndIn, mail ? goOn : wanted);
  if (sent && typed) {
    return (
      <MailSent
        email={typed.email}
        lead={
          <>
            We wrote to <Address>{typed.email}</Address>. Follow the link in the mail to confirm
            that the address is yours, then log in.
          </>
        }
        again={sendVerification}
        pause={mailPause}
        onOtherAddress={() => setSent(false)}
        other={{ question: 'Followed the link?', label: 'Log in', href: login }}
      />
    );
  }
  return (
    <AuthStep
      title="Create your account"
      lead={lead}
      other={{ question: 'Have an account?', label: 'Log in', href: login }}
    >
      <AuthForm submit="Create account" {...form}>
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={typed?.name}
          fault={faults.name}
        />
        <EmailField
          maxLength={254}
          defaultValue={typed?.email}
          autoFocus={typed !== undefined}
          fault={faults.email}
        />
        <NewPasswordField label="Password" length={passwordLength} fault={faults.password} />
      </AuthForm>
    </AuthStep>
  );
}
