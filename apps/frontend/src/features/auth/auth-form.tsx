import { LoaderCircle } from 'lucide-react';
import type { ReactNode, SubmitEvent } from 'react';
import { Button } from '@/components/button';
import { useHydrated } from '@/components/use-hydrated';
import type { Refusal } from './auth-client';
import { refusalMessage } from './refusal-message';

interface Props {
  submit: string;
  /** One form among other things on its page. */
  quiet?: boolean;
  busy: boolean;
  refusal: Refusal | undefined;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  children: ReactNode;
}

/** The frame of every form of an account: what was refused, the fields, the button. */
export function AuthForm({ submit, quiet = false, busy, refusal, onSubmit, children }: Props) {
  const hydrated = useHydrated();
  return (
    // post: sent before the page is ready, a password must not end up in the address.
    <form method="post" noValidate onSubmit={onSubmit} className="space-y-5">
      {refusal && (
        <p
          role="alert"
          className="animate-rise rounded-lg bg-danger-soft px-3.5 py-2.5 text-danger"
        >
          {refusalMessage(refusal)}
        </p>
      )}
      {children}
      <Button
        type="submit"
        look={quiet ? 'outline' : 'primary'}
        disabled={!hydrated}
        aria-busy={busy}
        className={quiet ? '' : 'h-10 w-full'}
      >
        {busy && <LoaderCircle aria-hidden size={16} className="animate-spin" />}
        {submit}
      </Button>
    </form>
  );
}
