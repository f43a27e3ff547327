import type { Assistant } from '@todo-chatbot/shared';
import { History, SquarePen, X, type LucideIcon } from 'lucide-react';
import { hint } from '@/components/hint/hint';

interface Props {
  assistant: Assistant | undefined;
  historyShown: boolean;
  onHistory: () => void;
  onNew: () => void;
  onClose: () => void;
}

interface IconButtonProps {
  label: string;
  Icon: LucideIcon;
  onClick: () => void;
  pressed?: boolean;
}

function IconButton({ label, Icon, onClick, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      {...hint(label, { side: 'bottom' })}
      onClick={onClick}
      className="grid size-9 place-items-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink aria-pressed:text-primary-ink pointer-coarse:size-11"
    >
      <Icon aria-hidden size={17} />
    </button>
  );
}

/** Who answers, and what can be done with the conversation. */
export function ChatHeader({ assistant, historyShown, onHistory, onNew, onClose }: Props) {
  return (
    <header className="flex items-center gap-0.5 border-b border-hairline py-2 pr-2 pl-4">
      <div className="mr-auto min-w-0">
        <h2 className="font-semibold tracking-tight">Assistant</h2>
        <p className="truncate text-xs text-muted">{assistant?.name ?? ' '}</p>
      </div>
      <IconButton
        label="Earlier conversations"
        Icon={History}
        onClick={onHistory}
        pressed={historyShown}
      />
      <IconButton label="New conversation" Icon={SquarePen} onClick={onNew} />
      <IconButton label="Close the assistant" Icon={X} onClick={onClose} />
    </header>
  );
}
