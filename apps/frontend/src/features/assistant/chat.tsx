import { useState } from 'react';
import { newId } from '@/features/tasks/data/new-id';
import { ChatHeader } from './chat-header';
import { Composer } from './composer';
import { useAssistant } from './data/use-conversations';
import { useChat } from './data/use-chat';
import { History } from './history';
import { Messages } from './messages';

const key = 'todo-conversation';

interface Current {
  id: string;
  /** Nothing was said in it yet. */
  isNew: boolean;
}

function remembered(): Current {
  const id = sessionStorage.getItem(key);
  return id ? { id, isNew: false } : { id: newId(), isNew: true };
}

/** One conversation, and the way to the others. */
export function Chat({ onClose }: { onClose: () => void }) {
  const [{ id, isNew }, setCurrent] = useState(remembered);
  const [historyShown, setHistoryShown] = useState(false);
  const { data: assistant } = useAssistant();
  const open = (next: Current) => {
    if (next.isNew) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, next.id);
    setCurrent(next);
    setHistoryShown(false);
  };
  const begin = () => open({ id: newId(), isNew: true });
  return (
    <>
      <ChatHeader
        assistant={assistant}
        historyShown={historyShown}
        onHistory={() => setHistoryShown(!historyShown)}
        onNew={begin}
        onClose={onClose}
      />
      {historyShown ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <History
            current={id}
            onOpen={(next) => open({ id: next, isNew: false })}
            onGone={(gone) => gone === id && setCurrent({ id: newId(), isNew: true })}
          />
        </div>
      ) : (
        <Conversation
          key={id}
          id={id}
          isNew={isNew}
          onBegin={() => sessionStorage.setItem(key, id)}
        />
      )}
    </>
  );
}

/** What is said, and the field for more; `onBegin` is told when something is sent. */
function Conversation({ id, isNew, onBegin }: Current & { onBegin: () => void }) {
  const { data: assistant } = useAssistant();
  const chat = useChat(id, isNew);
  const [text, setText] = useState('');
  const send = async (said: string) => {
    if (!said.trim() || chat.answering) return;
    onBegin();
    setText('');
    // What was not taken can be sent again.
    if (!(await chat.send(said.trim()))) setText((typed) => typed || said);
  };
  return (
    <>
      <Messages
        chat={chat}
        assistant={assistant}
        onPick={setText}
        onRetry={(said) => void send(said)}
      />
      {chat.problem && (
        <p
          role="alert"
          className="mx-3 mb-2 rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger"
        >
          {chat.problem}
        </p>
      )}
      <Composer
        text={text}
        onText={setText}
        answering={chat.answering}
        onSend={() => void send(text)}
        onStop={chat.stop}
      />
    </>
  );
}
