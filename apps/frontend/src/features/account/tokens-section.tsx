'use client';

import type { Token } from '@todo-chatbot/shared';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/button';
import { errorMessage } from '@/lib/error-message';
import { may } from './may';
import { Row, Rows, RowsSkeleton, Section, Unread } from './section';
import { ShownOnce } from './shown-once';
import { TokenForm } from './token-form';
import { useCreateToken, useRevokeToken, useTokens } from './use-tokens';
import { ago, dayOf } from './when';

function noteOf(token: Token): string {
  const used = token.lastUsedAt ? `used ${ago(token.lastUsedAt, new Date())}` : 'never used';
  const over = new Date(token.expiresAt) < new Date();
  return `${may(token.scopes)} · ${over ? 'expired' : 'until'} ${dayOf(token.expiresAt)} · ${used}`;
}

function TokenRows({ tokens }: { tokens: Token[] }) {
  const { mutate } = useRevokeToken();
  if (tokens.length === 0) return null;
  return (
    <Rows label="API tokens">
      {tokens.map((token) => (
        <Row
          key={token.id}
          title={<span className="truncate">{token.name}</span>}
          note={noteOf(token)}
        >
          <Button look="danger" aria-label={`Revoke “${token.name}”`} onClick={() => mutate(token)}>
            Revoke
          </Button>
        </Row>
      ))}
    </Rows>
  );
}

function NewToken() {
  const [open, setOpen] = useState(false);
  const { mutate, data, isPending, error, reset } = useCreateToken();
  if (data) {
    return (
      <ShownOnce secret={data.secret} what="the token" onClose={reset}>
        This is the only time that you see the token “{data.name}”. Keep it where passwords are
        kept.
      </ShownOnce>
    );
  }
  if (open) {
    return (
      <TokenForm
        busy={isPending}
        refusal={error ? errorMessage(error) : undefined}
        onCancel={() => setOpen(false)}
        onCreate={(token) => mutate(token, { onSuccess: () => setOpen(false) })}
      />
    );
  }
  return (
    <Button look="outline" onClick={() => setOpen(true)}>
      <Plus aria-hidden size={16} /> New token
    </Button>
  );
}

/** Tokens with which one's own programs reach one's tasks. */
export function TokensSection() {
  const { data, isError, refetch } = useTokens();
  return (
    <Section
      title="API tokens"
      lead={
        <>
          For your own programs.{' '}
          <Link
            href="/docs/api"
            className="rounded-xs text-primary-ink underline underline-offset-2"
          >
            What they can do
          </Link>
        </>
      }
    >
      <div className="space-y-3">
        {data ? (
          <TokenRows tokens={data} />
        ) : isError ? (
          <Unread what="Your tokens" onRetry={() => void refetch()} />
        ) : (
          <RowsSkeleton />
        )}
        <NewToken />
      </div>
    </Section>
  );
}
