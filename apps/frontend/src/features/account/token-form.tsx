'use client';

import type { NewToken, TokenScope } from '@todo-chatbot/shared';
import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/button';
import { Field } from '@/components/field';

const scopes: { scope: TokenScope; label: string }[] = [
  { scope: 'tasks:read', label: 'Read tasks' },
  { scope: 'tasks:write', label: 'Add and change tasks' },
];

const spans = [
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 365, label: 'A year' },
];

/** What the form says before anybody has touched it. */
interface Start {
  placeholder: string;
  scopes: TokenScope[];
}

const ownProgram: Start = { placeholder: 'Backup script', scopes: ['tasks:read'] };

interface Props {
  start?: Start;
  busy: boolean;
  refusal: string | undefined;
  onCreate: (token: NewToken) => void;
  onCancel: () => void;
}

const choice =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm pointer-coarse:min-h-11 accent-primary';

/** What a new token is called, may do, and how long it lives. */
export function TokenForm({ start = ownProgram, busy, refusal, onCreate, onCancel }: Props) {
  const [fault, setFault] = useState<string>();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const chosen = scopes.map(({ scope }) => scope).filter((scope) => data.has(scope));
    const name = String(data.get('token-name')).trim();
    setFault(!name ? 'Give it a name, such as the program that uses it.' : undefined);
    if (!name || chosen.length === 0) return;
    onCreate({ name, scopes: chosen, expiresInDays: Number(data.get('days')) });
  };
  return (
    <form
      noValidate
      onSubmit={submit}
      className="animate-rise space-y-5 rounded-lg border border-hairline bg-surface p-4"
    >
      {refusal && (
        <p role="alert" className="rounded-lg bg-danger-soft px-3.5 py-2.5 text-danger">
          {refusal}
        </p>
      )}
      <Field
        label="What it is for"
        name="token-name"
        placeholder={start.placeholder}
        maxLength={100}
        autoComplete="off"
        autoFocus
        fault={fault}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <fieldset>
          <legend className="mb-1 text-sm font-medium">It may</legend>
          {scopes.map(({ scope, label }) => (
            <label key={scope} className={choice}>
              <input
                type="checkbox"
                name={scope}
                defaultChecked={start.scopes.includes(scope)}
                className="size-4"
              />
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend className="mb-1 text-sm font-medium">It expires after</legend>
          {spans.map(({ days, label }) => (
            <label key={days} className={choice}>
              <input
                type="radio"
                name="days"
                value={days}
                defaultChecked={days === 90}
                className="size-4"
              />
              {label}
            </label>
          ))}
        </fieldset>
      </div>
      <div className="flex gap-2">
        <Button type="submit" aria-busy={busy}>
          Make the token
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
