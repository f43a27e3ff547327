'use client';

import type { ReminderLinkView } from '@todo-chatbot/shared';
import { LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/button';
import { useHydrated } from '@/components/use-hydrated';
import { AuthStep } from '@/features/auth/auth-step';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';
import { linkWords } from './link-words';

/** Follows a link at the person's word, and keeps what came of it. */
function useLink(token: string, first: ReminderLinkView) {
  const [view, setView] = useState(first);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const follow = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      setView(await http<ReminderLinkView>(`/api/v1/reminder-links/${token}`, { method: 'POST' }));
    } catch (error) {
      setRefusal(errorMessage(error));
    }
    setBusy(false);
  };
  return { view, busy, refusal, follow };
}

const onwards = ({ action, task }: ReminderLinkView) => {
  if (task) return { label: 'Open the task', href: `/app?task=${task.id}` };
  return action === 'stop-mail'
    ? { label: 'Open my account', href: '/app/account' }
    : { label: 'Open my tasks', href: '/app' };
};

interface Props {
  token: string;
  first: ReminderLinkView;
}

/** What a link does, with one button that does it: whoever only opens it changes nothing. */
export function LinkPage({ token, first }: Props) {
  const { view, busy, refusal, follow } = useLink(token, first);
  const hydrated = useHydrated();
  const { title, lead, press } = linkWords(view);
  const { label, href } = onwards(view);
  return (
    // By state: what comes of the press takes the place and the focus.
    <AuthStep key={view.state} next={view !== first} title={title} lead={lead}>
      {view.task && (
        <p
          dir="auto"
          className="mb-6 rounded-lg border border-hairline bg-surface px-4 py-3 font-medium wrap-anywhere"
        >
          {view.task.title}
        </p>
      )}
      {refusal && (
        <p role="alert" className="mb-4 rounded-lg bg-danger-soft px-3.5 py-2.5 text-danger">
          {refusal}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {press && (
          <Button
            className="h-10 flex-1 whitespace-nowrap"
            disabled={!hydrated}
            aria-busy={busy}
            onClick={() => void follow()}
          >
            {busy && <LoaderCircle aria-hidden size={16} className="animate-spin" />}
            {press}
          </Button>
        )}
        <a href={href} className={buttonClass(press ? 'outline' : 'primary', 'h-10')}>
          {label}
        </a>
      </div>
    </AuthStep>
  );
}
