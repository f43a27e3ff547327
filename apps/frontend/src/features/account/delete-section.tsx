'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AlertDialog } from 'radix-ui';
import type { SubmitEvent } from 'react';
import { Button, buttonClass } from '@/components/button';
import { PasswordField } from '@/components/password-field';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';
import { Section } from './section';

function useDeleteAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      http('/api/v1/account/deletion', { method: 'POST', json: { password } }),
    onSuccess: () => {
      client.clear();
      // A full load: no page of this account stays in the router's memory.
      location.assign('/login?deleted');
    },
  });
}

function Confirmation() {
  const { mutate, isPending, isSuccess, error } = useDeleteAccount();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate(String(new FormData(event.currentTarget).get('password')));
  };
  return (
    <form onSubmit={submit}>
      <AlertDialog.Title className="text-lg font-semibold tracking-tight">
        Delete your account?
      </AlertDialog.Title>
      <AlertDialog.Description className="mt-2 mb-5 leading-relaxed text-pretty text-muted">
        All tasks, tags, tokens and the calendar feed go with it, at once and for good. There is no
        undo: export your tasks first if you want to keep them.
      </AlertDialog.Description>
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        required
        fault={error ? errorMessage(error) : undefined}
      />
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <AlertDialog.Cancel className={buttonClass('outline')}>Keep it</AlertDialog.Cancel>
        <Button
          type="submit"
          look="danger"
          aria-busy={isPending || isSuccess}
          className="bg-danger-soft"
        >
          Delete for good
        </Button>
      </div>
    </form>
  );
}

/** The end of an account. */
export function DeleteSection() {
  return (
    <Section title="Delete account" lead="Removes you and everything you have written here.">
      <AlertDialog.Root>
        <AlertDialog.Trigger className={buttonClass('danger', '-ml-3.5')}>
          Delete my account…
        </AlertDialog.Trigger>
        <AlertDialog.Portal>
          <AlertDialog.Overlay className="fixed inset-0 z-30 animate-fade bg-veil" />
          <AlertDialog.Content className="fixed inset-x-4 top-[max(2rem,18vh)] z-40 mx-auto max-w-110 animate-rise rounded-xl border border-hairline bg-raised p-5 shadow-float outline-none sm:p-6">
            <Confirmation />
          </AlertDialog.Content>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </Section>
  );
}
