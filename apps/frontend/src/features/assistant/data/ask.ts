import type { ChatEvent, Problem } from '@todo-chatbot/shared';
import { HttpError } from '@/lib/http-error';
import { withSession } from '@/lib/session';
import { readEvents } from './read-events';
import { api } from './use-conversations';

interface Question {
  conversationId: string;
  id: string;
  text: string;
  signal: AbortSignal;
}

async function post({ conversationId, id, text, signal }: Question): Promise<Response> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const answer = await fetch(`${api}/conversations/${conversationId}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, text, timeZone }),
    signal,
  });
  if (answer.ok) return answer;
  const problem: unknown = await answer.json().catch(() => ({}));
  throw new HttpError(answer.status, problem as Partial<Problem>);
}

/** Says something, and answers the events of the answer. Throws {@link HttpError} before the first. */
export async function ask(question: Question): Promise<AsyncGenerator<ChatEvent>> {
  const { body } = await withSession(() => post(question));
  if (!body) throw new TypeError('The answer has no body.');
  return readEvents(body);
}
