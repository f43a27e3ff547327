import type {
  ChatEvent,
  ChatMessage,
  NewChatMessage,
  WholeConversation,
} from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';
import { Unanswerable } from './answerer.ts';
import { createAnswering } from './answering.ts';
import type { AnsweringPorts } from './answering.ts';
import type { ConversationStore, Progress } from './assistant-store.ts';
import type { Budget, Reservation } from './budget.ts';
import { createDraft } from './draft.ts';

export interface ChatPorts extends AnsweringPorts {
  store: ConversationStore;
  budget: Budget;
  newId: () => string;
  onFailure: (error: unknown) => void;
}

/** What is said, and where. */
export interface Saying extends NewChatMessage {
  ownerId: string;
  conversationId: string;
}

export interface ChatService {
  /**
   * Keeps what a person says and answers it, event by event. When `signal` ends, so does the
   * answer; what was said until then is kept.
   * @throws {AppError} before the first event: `not_found`, or `rate_limited`
   */
  say(saying: Saying, signal: AbortSignal): Promise<AsyncIterable<ChatEvent>>;
}

const titleLength = 80;
/** Milliseconds between two times at which an answer under way is kept. */
const savePause = 500;
const broken = 'The answer broke off.';

const noSuch = () => new AppError('not_found', 'There is no such conversation.');

function titleOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const letters = [...line];
  return letters.length > titleLength ? `${letters.slice(0, titleLength - 1).join('')}…` : line;
}

/** What became of an answer, and what its person is told of a failure. */
function outcomeOf(error: unknown, signal: AbortSignal): Omit<Progress, 'parts'> {
  if (signal.aborted) return { outcome: 'stopped', problem: null };
  if (error === undefined) return { outcome: 'whole', problem: null };
  const problem = isExpected(error)
    ? error.message
    : 'Something went wrong here. Try again in a moment.';
  return { outcome: 'failed', problem };
}

const isExpected = (error: unknown): error is Error =>
  error instanceof Unanswerable || error instanceof AppError;

export function createChatService(ports: ChatPorts): ChatService {
  const { store, budget, now, newId, onFailure } = ports;
  const answer = createAnswering(ports);

  async function kept({ ownerId, conversationId }: Saying): Promise<WholeConversation> {
    const conversation = await store.find(ownerId, conversationId);
    if (!conversation) throw noSuch();
    return conversation;
  }

  async function messageOf(saying: Saying, answerId: string): Promise<ChatMessage> {
    const message = (await kept(saying)).messages.find(({ id }) => id === answerId);
    if (!message) throw noSuch();
    return message;
  }

  /** Tells an answer that there is already, to a client that did not hear it. */
  async function* again(saying: Saying, answerId: string): AsyncIterable<ChatEvent> {
    const message = await messageOf(saying, answerId);
    yield { type: 'start', messageId: answerId };
    yield { type: 'end', message };
  }

  async function* tell(
    saying: Saying,
    answerId: string,
    { signal, paid }: { signal: AbortSignal; paid: Reservation },
  ): AsyncIterable<ChatEvent> {
    const draft = createDraft();
    let failure: unknown;
    let savedAt = performance.now();
    yield { type: 'start', messageId: answerId };
    try {
      for await (const event of answer(await kept(saying), { ...saying, draft, signal, paid })) {
        yield event;
        if (performance.now() - savedAt < savePause) continue;
        savedAt = performance.now();
        await store.save(answerId, { parts: draft.parts, outcome: 'failed', problem: broken });
      }
    } catch (error) {
      failure = error;
      if (!signal.aborted && !isExpected(error)) onFailure(error);
    } finally {
      // Also when whoever listened went away.
      await store.save(answerId, { parts: draft.parts, ...outcomeOf(failure, signal) });
    }
    if (!signal.aborted) yield { type: 'end', message: await messageOf(saying, answerId) };
  }

  return {
    async say(saying, signal) {
      const { ownerId, conversationId, id, text } = saying;
      const before = await store.answerTo(ownerId, id);
      if (before) return again(saying, before);
      const paid = await budget.reserve(ownerId);
      const answerId = newId();
      const begun = await store.begin({
        ...{ ownerId, conversationId, answerId, title: titleOf(text) },
        said: { id, text },
        now: now(),
      });
      if (begun === 'begun') return tell(saying, answerId, { signal, paid });
      await paid.spend(0);
      const answer = await store.answerTo(ownerId, id);
      if (begun === 'taken' || !answer) throw noSuch();
      return again(saying, answer);
    },
  };
}
