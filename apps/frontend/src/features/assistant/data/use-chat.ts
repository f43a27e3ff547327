import { useQueryClient } from '@tanstack/react-query';
import type { AssistantAction, ChatMessage } from '@todo-chatbot/shared';
import { useRef, useState } from 'react';
import { notify } from '@/components/toast/notices';
import { newId } from '@/features/tasks/data/new-id';
import { errorMessage } from '@/lib/error-message';
import { http } from '@/lib/http';
import { HttpError } from '@/lib/http-error';
import { leaveWhenLoggedOut } from '@/lib/session';
import { ask } from './ask';
import { editMessages, heard, messageOf, withAction } from './edit-conversation';
import { conversationKey, conversationsKey } from './keys';
import { api, useConversation } from './use-conversations';

/** What a person says to a change that the assistant wants, or made. */
export type Verb = 'confirm' | 'decline' | 'undo';

const refused = (error: unknown) =>
  error instanceof HttpError && error.status === 429 ? error.message : errorMessage(error);

/** Talks with the assistant in one conversation. */
export function useChat(id: string, isNew: boolean) {
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useConversation(id, isNew);
  const [answering, setAnswering] = useState(false);
  const [problem, setProblem] = useState<string>();
  const running = useRef<AbortController>(undefined);
  const edit = (change: (messages: ChatMessage[]) => ChatMessage[]) =>
    editMessages(client, id, change);

  /** Hears an answer to its end; false when nothing of it came. */
  async function hear(said: ChatMessage, text: string, signal: AbortSignal): Promise<boolean> {
    let answer = messageOf('assistant', '');
    const show = (next: ChatMessage) => {
      const { id: before } = answer;
      answer = next;
      edit((messages) => messages.map((one) => (one.id === before ? next : one)));
    };
    edit((messages) => [...messages, said, answer]);
    try {
      const events = await ask({ conversationId: id, id: said.id, text, signal });
      for await (const event of events) show(heard(answer, event));
      return true;
    } catch (failure) {
      if (signal.aborted) {
        show({ ...answer, outcome: 'stopped' });
        return true;
      }
      if (answer.parts.length > 0) {
        show({ ...answer, outcome: 'failed', problem: 'The connection broke off.' });
        return true;
      }
      edit((messages) => messages.filter((one) => one !== said && one !== answer));
      if (!leaveWhenLoggedOut(failure)) setProblem(refused(failure));
      return false;
    }
  }

  return {
    messages: data?.messages ?? [],
    isPending,
    error,
    refetch,
    answering,
    /** Why the last message was not taken. */
    problem,

    /** Answers whether what was said was taken. */
    async send(text: string): Promise<boolean> {
      if (answering) return false;
      const abort = new AbortController();
      running.current = abort;
      setProblem(undefined);
      setAnswering(true);
      const said = { ...messageOf('person', text), id: newId() };
      const taken = await hear(said, text, abort.signal);
      setAnswering(false);
      void client.invalidateQueries({ queryKey: conversationsKey });
      return taken;
    },

    stop: () => running.current?.abort(),

    async decide(action: AssistantAction, verb: Verb): Promise<void> {
      try {
        const path = `${api}/actions/${action.id}/${verb}`;
        const next = await http<AssistantAction>(path, { method: 'POST' });
        edit((messages) => withAction(messages, next));
      } catch (failure) {
        if (leaveWhenLoggedOut(failure)) return;
        notify({ title: errorMessage(failure), danger: true });
        await client.invalidateQueries({ queryKey: conversationKey(id) });
      }
    },
  };
}
