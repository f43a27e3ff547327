import type {
  ActionState,
  ChatOutcome,
  ChatPart,
  Conversation,
  Task,
  WholeConversation,
} from '@todo-chatbot/shared';

/** A part of a message as it is kept: of an action only the id, since its state goes on changing. */
export type KeptPart = Exclude<ChatPart, { type: 'action' }> | { type: 'action'; id: string };

/** What a person said, and the answer that is to come. */
export interface Opening {
  ownerId: string;
  conversationId: string;
  /** The conversation's title, should it be new. */
  title: string;
  said: { id: string; text: string };
  answerId: string;
  now: Date;
}

/** How far an answer has come. */
export interface Progress {
  parts: KeptPart[];
  outcome: ChatOutcome;
  problem: string | null;
}

/** A change by the assistant as it is kept. */
export interface KeptAction {
  id: string;
  ownerId: string;
  conversationId: string;
  tool: string;
  input: Record<string, unknown>;
  state: ActionState;
  /** The tasks as they were before; empty for a new one. */
  before: Task[];
  /** The tasks as it left them, by id and version, and what it made. */
  after: Pick<Task, 'id' | 'title' | 'version'>[];
  problem: string | null;
  createdAt: Date;
}

/** What an action becomes. */
export type Outcome = Pick<KeptAction, 'state' | 'after' | 'problem'> & { before?: Task[] };

/** Where conversations are kept. Every call is bound to one owner. */
export interface ConversationStore {
  /** The newest first. */
  list(ownerId: string, limit: number): Promise<Conversation[]>;
  find(ownerId: string, id: string): Promise<WholeConversation | undefined>;
  /** Answers whether the owner had such a conversation. */
  remove(ownerId: string, id: string): Promise<boolean>;
  /**
   * Keeps what was said. `repeated` when it was said before; `taken` when the conversation, or the
   * message's id, is another's.
   */
  begin(opening: Opening): Promise<'begun' | 'repeated' | 'taken'>;
  /** The id of the answer to what was said. */
  answerTo(ownerId: string, saidId: string): Promise<string | undefined>;
  save(answerId: string, progress: Progress): Promise<void>;
}

/** Where the assistant's changes are kept. */
export interface ActionStore {
  add(action: KeptAction): Promise<void>;
  find(key: ActionKey): Promise<KeptAction | undefined>;
  /** Takes an action from one state to another; undefined when it is not in that state. */
  claim(
    key: ActionKey,
    from: ActionState,
    to: Pick<KeptAction, 'state' | 'problem'>,
  ): Promise<KeptAction | undefined>;
  settle(id: string, outcome: Outcome): Promise<void>;
}

/** One person's action. */
export interface ActionKey {
  ownerId: string;
  id: string;
}
