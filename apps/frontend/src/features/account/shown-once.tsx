import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { CopyLine } from '@/components/copy-line';

interface Props {
  secret: string;
  what: string;
  onClose: () => void;
  children: ReactNode;
}

/** A secret in the one moment in which it can be seen. */
export function ShownOnce({ secret, what, onClose, children }: Props) {
  return (
    <div
      role="status"
      className="animate-rise rounded-lg border border-primary bg-primary-soft p-4"
    >
      <p className="mb-3 flex gap-2.5 text-pretty">
        <KeyRound aria-hidden size={17} className="mt-0.5 shrink-0 text-primary-ink" />
        <span>{children}</span>
      </p>
      <CopyLine text={secret} what={what} />
      <Button look="quiet" className="mt-2 -ml-2" onClick={onClose}>
        I have kept it
      </Button>
    </div>
  );
}
