'use client';

import { taskLimits } from '@todo-chatbot/shared';
import type { TextDraft } from './use-task-draft';

/** What is to be done. */
export function TitleField({ draft }: { draft: TextDraft }) {
  return (
    <textarea
      aria-label="Title"
      value={draft.title}
      maxLength={taskLimits.title}
      rows={1}
      onChange={(event) => draft.type({ title: event.target.value.replace(/\s*\n\s*/g, ' ') })}
      onBlur={draft.save}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
      className="mx-2 field-sizing-content max-h-40 shrink-0 resize-none rounded-lg bg-transparent px-2.5 py-1.5 text-lg font-semibold tracking-tight outline-transparent hover:bg-hover focus:bg-transparent focus:outline-1 focus:outline-primary"
    />
  );
}

/** Whatever else there is to say. */
export function NotesField({ draft }: { draft: TextDraft }) {
  return (
    <textarea
      aria-label="Notes"
      placeholder="Add notes"
      value={draft.notes}
      maxLength={taskLimits.notes}
      onChange={(event) => draft.type({ notes: event.target.value })}
      onBlur={draft.save}
      className="mx-2 mt-1 field-sizing-content min-h-16 shrink-0 resize-none rounded-lg bg-transparent px-2.5 py-2 text-md leading-relaxed outline-transparent hover:bg-hover focus:bg-transparent focus:outline-1 focus:outline-primary sm:text-base"
    />
  );
}
