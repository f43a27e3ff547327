'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Account } from '@todo-chatbot/shared';
import type { SubmitEvent } from 'react';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { notify } from '@/components/toast/notices';
import { useAccount } from '@/features/auth/use-account';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';
import { RowsSkeleton, Section, Unread } from './section';

function useRename() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      http<Account>('/api/v1/account', { method: 'PATCH', json: { name } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['account'] });
      notify({ title: 'Your name is saved.' });
    },
  });
}

/** Who one is. */
export function ProfileSection() {
  const { data: account, isError, refetch } = useAccount();
  const { mutate, isPending, error } = useRename();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    mutate(String(new FormData(event.currentTarget).get('name')));
  };
  return (
    <Section title="You" lead="Your name is shown to you only.">
      {account ? (
        <form onSubmit={submit} className="space-y-5">
          <div className="flex items-start gap-2">
            <div className="flex-1">
              <Field
                label="Name"
                name="name"
                autoComplete="name"
                maxLength={100}
                required
                defaultValue={account.name}
                fault={error ? errorMessage(error) : undefined}
              />
            </div>
            <Button
              type="submit"
              look="outline"
              aria-busy={isPending}
              className="mt-6.5 h-10 pointer-coarse:h-12"
            >
              Save
            </Button>
          </div>
          <dl>
            <dt className="text-sm font-medium">E-mail</dt>
            <dd className="mt-1 wrap-anywhere text-muted">{account.email}</dd>
          </dl>
        </form>
      ) : isError ? (
        <Unread what="Your account" onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </Section>
  );
}
