import type { Conversation } from '@todo-chatbot/shared';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Confirm } from '@/components/confirm';
import { hint } from '@/components/hint/hint';
import { useConversations, useDeleteConversation } from './data/use-conversations';

interface Props {
  current: string;
  onOpen: (id: string) => void;
  onGone: (id: string) => void;
}

const when = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** The conversations so far, newest first. */
export function History({ current, onOpen, onGone }: Props) {
  const { data: conversations, isPending } = useConversations();
  const { mutate: remove } = useDeleteConversation();
  const [doomed, setDoomed] = useState<Conversation>();
  if (isPending) return <p className="p-4 text-muted">Reading…</p>;
  if (!conversations?.length) return <p className="p-4 text-muted">No conversation yet.</p>;
  return (
    <>
      <ul aria-label="Conversations" className="flex flex-col gap-0.5 p-2">
        {conversations.map((conversation) => (
          <li key={conversation.id} className="flex items-center rounded-lg hover:bg-hover">
            <button
              type="button"
              aria-current={conversation.id === current ? 'true' : undefined}
              onClick={() => onOpen(conversation.id)}
              className="flex h-10 min-w-0 flex-1 items-center gap-3 rounded-lg px-2.5 text-left pointer-coarse:h-12"
            >
              <span className="min-w-0 flex-1 truncate">{conversation.title}</span>
              <time dateTime={conversation.updatedAt} className="text-sm text-muted">
                {when.format(new Date(conversation.updatedAt))}
              </time>
            </button>
            <button
              type="button"
              aria-label={`Delete “${conversation.title}”`}
              {...hint('Delete')}
              onClick={() => setDoomed(conversation)}
              className="grid size-9 place-items-center rounded-lg text-muted hover:text-danger pointer-coarse:size-11"
            >
              <Trash2 aria-hidden size={15} />
            </button>
          </li>
        ))}
      </ul>
      {doomed && (
        <Confirm
          title={`Delete “${doomed.title}”?`}
          text="The conversation goes for good. What it changed in your tasks stays."
          action="Delete"
          onClose={() => setDoomed(undefined)}
          onConfirm={() => {
            remove(doomed.id);
            onGone(doomed.id);
          }}
        />
      )}
    </>
  );
}
