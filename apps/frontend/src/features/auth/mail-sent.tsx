'use client';

import { LoaderCircle } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/button';
import type { Refusal } from './auth-client';
import { AuthStep } from './auth-step';
import { refusalMessage } from './refusal-message';
import { useCountdown } from './use-countdown';

interface Props {
  email: string;
  lead: ReactNode;
  /** Sends the mail once more. */
  again: (email: string) => Promise<{ error: Refusal | null }>;
  /** Seconds within which the server sends no second mail. */
  pause: number;
  /** Goes back to the form. */
  onOtherAddress: () => void;
  other: { question: string; label: string; href: string };
}

const asTime = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Says that a mail is on its way, and sends it again to somebody who waits for it. */
export function MailSent({ email, lead, again, pause, onOtherAddress, other }: Props) {
  const [told, setTold] = useState('It can take a minute. Look into the spam folder, too.');
  const [busy, setBusy] = useState(false);
  const { left, restart } = useCountdown(pause);
  const send = async () => {
    if (busy || left > 0) return;
    setBusy(true);
    const { error } = await again(email).catch(() => ({ error: { status: 0 } as Refusal }));
    setTold(error ? refusalMessage(error) : 'Sent again. It can take a minute to arrive.');
    if (!error) restart();
    setBusy(false);
  };
  return (
    <AuthStep next title="Look into your mail" lead={lead} other={other}>
      <div className="flex flex-wrap gap-2">
        <Button
          look="outline"
          // Not disabled: the focus would be lost with the click.
          aria-disabled={left > 0}
          aria-busy={busy}
          className="h-10 flex-1 whitespace-nowrap tabular-nums aria-disabled:opacity-60"
          onClick={() => void send()}
        >
          {busy && <LoaderCircle aria-hidden size={16} className="animate-spin" />}
          {left > 0 ? `Send it again in ${asTime(left)}` : 'Send it again'}
        </Button>
        <Button look="quiet" className="h-10" onClick={onOtherAddress}>
          Other address
        </Button>
      </div>
      <p role="status" className="mt-3 text-sm text-muted">
        {told}
      </p>
    </AuthStep>
  );
}

/** An address in a sentence. */
export const Address = ({ children }: { children: string }) => (
  <span className="font-medium wrap-anywhere text-ink">{children}</span>
);
