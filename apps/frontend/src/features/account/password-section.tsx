'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PasswordField } from '@/components/password-field';
import { notify } from '@/components/toast/notices';
import { authClient } from '@/features/auth/auth-client';
import { AuthForm } from '@/features/auth/auth-form';
import { NewPasswordField } from '@/features/auth/new-password-field';
import { useAuthForm } from '@/features/auth/use-auth-form';
import { replaceSession } from '@/lib/session';
import { Section } from './section';
import { sessionsKey } from './use-sessions';

interface Props {
  passwordLength: { min: number; max: number };
}

function PasswordForm({ passwordLength, onDone }: Props & { onDone: () => void }) {
  const { faults, ...form } = useAuthForm(
    ({ current, password }) =>
      replaceSession(() =>
        authClient.changePassword({
          currentPassword: current,
          newPassword: password,
          revokeOtherSessions: true,
        }),
      ),
    onDone,
  );
  return (
    <AuthForm quiet submit="Change password" {...form}>
      <PasswordField
        label="Current password"
        name="current"
        autoComplete="current-password"
        required
        fault={faults.current}
      />
      <NewPasswordField label="New password" length={passwordLength} fault={faults.password} />
    </AuthForm>
  );
}

/** A new password for somebody who knows the old one. */
export function PasswordSection({ passwordLength }: Props) {
  const [round, setRound] = useState(0);
  const client = useQueryClient();
  const done = () => {
    setRound(round + 1);
    void client.invalidateQueries({ queryKey: sessionsKey });
    notify({ title: 'Your password is changed. Other devices are logged out.' });
  };
  return (
    <Section title="Password" lead="A new password logs your other devices out.">
      <PasswordForm key={round} passwordLength={passwordLength} onDone={done} />
    </Section>
  );
}
