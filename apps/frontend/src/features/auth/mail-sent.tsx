'use client';

import { MailCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import type { Refusal } from './auth-client';
import { refusalMessage } from './refusal-message';

interface Props {
  email: string;
  /** Sends the mail once more. */
  again: (email: string) => Promise<{ error: Refusal | null }>;
  children: ReactNode;
}

/** Says that a mail is on its way, and sends it again to somebody who waits for it. */
export function MailSent({ email, again, children }: Props) {
  const [told, setTold] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const { error } = await again(email).catch(() => ({ error: { status: 0 } as Refusal }));
    setTold(error ? refusalMessage(error) : 'Sent again. It can take a minute to arrive.');
    setBusy(false);
  };
  return (
    <section
      aria-labelledby="mail-sent"
      className="animate-rise rounded-xl border border-hairline bg-surface p-5"
    >
      <MailCheck aria-hidden size={26} strokeWidth={1.5} className="text-primary" />
      <h2 id="mail-sent" tabIndex={-1} className="mt-3 font-semibold">
        Look into your mail
      </h2>
      <p className="mt-1 leading-relaxed text-muted">
        We wrote to <span className="font-medium wrap-anywhere text-ink">{email}</span>. {children}
      </p>
      <Button look="outline" className="mt-4" aria-busy={busy} onClick={() => void send()}>
        Send it again
      </Button>
      <p role="status" className="mt-2 min-h-5 text-sm text-muted">
        {told}
      </p>
    </section>
  );
}
