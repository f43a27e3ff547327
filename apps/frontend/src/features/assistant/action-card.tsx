import type { ActionState, AssistantAction } from '@todo-chatbot/shared';
import clsx from 'clsx';
import { Check, CircleAlert, CircleHelp, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/button';
import { detailsOf, headingOf } from './action-words';
import type { Verb } from './data/use-chat';

const icons = {
  proposed: CircleHelp,
  done: Check,
  declined: X,
  failed: CircleAlert,
  undone: Undo2,
  lapsed: X,
} satisfies Record<ActionState, unknown>;

const stateWords: Partial<Record<ActionState, string>> = {
  declined: 'Not done.',
  undone: 'Taken back.',
  lapsed: 'Nobody confirmed this in time.',
};

interface Props {
  action: AssistantAction;
  onDecide: (action: AssistantAction, verb: Verb) => Promise<void>;
}

/** A change of the assistant: what it wants or did, and what one can say to that. */
export function ActionCard({ action, onDecide }: Props) {
  const [busy, setBusy] = useState(false);
  const { state, tasks, count, undoable, problem } = action;
  const Icon = icons[state];
  const decide = (verb: Verb) => async () => {
    setBusy(true);
    await onDecide(action, verb);
    setBusy(false);
  };
  const lines = [
    ...(count > 1 ? tasks.map(({ title }) => `• ${title}`) : []),
    ...detailsOf(action),
  ];
  const more = count > 1 && count > tasks.length ? `… and ${count - tasks.length} more` : undefined;
  const heading = headingOf(action);
  return (
    <section
      aria-label={heading}
      className={clsx(
        'rounded-lg border px-3 py-2.5',
        state === 'proposed' ? 'border-primary bg-primary-soft' : 'border-hairline bg-ground',
      )}
    >
      <p className="flex items-start gap-2 font-medium wrap-anywhere">
        <Icon
          aria-hidden
          size={16}
          className={clsx(
            'mt-0.5 shrink-0',
            state === 'failed' ? 'text-danger' : 'text-primary-ink',
          )}
        />
        {heading}
      </p>
      {lines.length > 0 && (
        <ul className="mt-1 pl-6 text-sm text-muted wrap-anywhere">
          {lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
          {more && <li>{more}</li>}
        </ul>
      )}
      {(problem ?? stateWords[state]) && (
        <p className={clsx('mt-1 pl-6 text-sm', problem ? 'text-danger' : 'text-muted')}>
          {problem ?? stateWords[state]}
        </p>
      )}
      {state === 'proposed' && (
        <div className="mt-2.5 flex gap-2 pl-6">
          <Button aria-busy={busy} disabled={busy} onClick={decide('confirm')} className="h-8">
            Confirm
          </Button>
          <Button look="outline" disabled={busy} onClick={decide('decline')} className="h-8">
            Not now
          </Button>
        </div>
      )}
      {undoable && (
        <Button look="outline" disabled={busy} onClick={decide('undo')} className="mt-2 ml-6 h-8">
          Undo
        </Button>
      )}
    </section>
  );
}
