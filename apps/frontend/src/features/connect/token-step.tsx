'use client';

import type { CreatedToken } from '@todo-chatbot/shared';
import { Check, KeyRound, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/button';
import { TokenForm } from '@/features/account/token-form';
import { useCreateToken, useIsTokenUsed } from '@/features/account/use-tokens';
import { errorMessage } from '@/lib/error-message';

/** Says that the token is in the snippets now, and when the client has come with it. */
function Made({ token, onAnother }: { token: CreatedToken; onAnother: () => void }) {
  const used = useIsTokenUsed(token.id);
  return (
    <div className="animate-rise rounded-lg border border-primary bg-primary-soft p-4">
      <p className="flex gap-2.5 text-pretty">
        <KeyRound aria-hidden size={17} className="mt-0.5 shrink-0 text-primary-ink" />
        <span>
          The token “{token.name}” stands in the snippets below, until you leave this page. You
          cannot see it again afterwards.
        </span>
      </p>
      <p role="status" className="mt-3 flex items-center gap-2.5 text-sm font-medium">
        {used ? (
          <>
            <Check aria-hidden size={17} className="text-done" /> Your app is connected.
          </>
        ) : (
          <>
            <span
              aria-hidden
              className="mx-1 size-2 animate-pulse rounded-full bg-primary motion-reduce:animate-none"
            />
            <span className="text-muted">Waiting for your app’s first request</span>
          </>
        )}
      </p>
      <Button look="quiet" className="mt-2 -ml-2" onClick={onAnother}>
        Make another one
      </Button>
    </div>
  );
}

interface Props {
  token: CreatedToken | undefined;
  onToken: (token: CreatedToken | undefined) => void;
}

/** Makes the token by which a client is let in. */
export function TokenStep({ token, onToken }: Props) {
  const [open, setOpen] = useState(false);
  const { mutate, isPending, error } = useCreateToken();
  if (token) return <Made token={token} onAnother={() => onToken(undefined)} />;
  if (open) {
    return (
      <TokenForm
        start={{ placeholder: 'Claude on my laptop', scopes: ['tasks:read', 'tasks:write'] }}
        busy={isPending}
        refusal={error ? errorMessage(error) : undefined}
        onCancel={() => setOpen(false)}
        onCreate={(asked) =>
          mutate(asked, {
            onSuccess: (made) => {
              setOpen(false);
              onToken(made);
            },
          })
        }
      />
    );
  }
  return (
    <div className="space-y-3">
      <p className="max-w-150 text-pretty">
        Most apps need nothing more: they open a page of this site, where you log in and say yes.
        Make a token for one that cannot do that, such as Cursor or a command line.
      </p>
      <Button look="outline" onClick={() => setOpen(true)}>
        <Plus aria-hidden size={16} /> Make a token
      </Button>
      <p className="text-sm text-muted">
        Either ends when you say so, on your{' '}
        <Link
          href="/app/account"
          className="rounded-xs text-primary-ink underline underline-offset-2"
        >
          account page
        </Link>
        .
      </p>
    </div>
  );
}
