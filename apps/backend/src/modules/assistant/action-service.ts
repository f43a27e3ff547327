import type { AssistantAction, Task } from '@todo-chatbot/shared';
import { z } from 'zod';
import { AppError } from '../app-error.ts';
import type { TaskService } from '../tasks/task-service.ts';
import { stateAt, viewOf } from './action-view.ts';
import type { ActionKey, ActionStore, KeptAction } from './assistant-store.ts';
import type { OpenToolBox, ToolBox } from './tool-box.ts';
import { takeBack } from './undo.ts';

export interface ActionPorts {
  store: ActionStore;
  tasks: TaskService;
  openTools: OpenToolBox;
  now: () => Date;
  newId: () => string;
}

/** A change that the assistant wants to make. */
export interface Wish {
  ownerId: string;
  conversationId: string;
  tool: string;
  input: Record<string, unknown>;
}

/** What the assistant changes, and what its person says to that. */
export interface ActionService {
  /** Keeps a change until its person has confirmed it. */
  propose(wish: Wish): Promise<AssistantAction>;
  /** Makes a change and keeps what it takes to undo it. */
  make(wish: Wish, toolBox: ToolBox): Promise<AssistantAction>;
  /** Makes a proposed change, exactly as it was proposed, once. */
  confirm(key: ActionKey): Promise<AssistantAction>;
  decline(key: ActionKey): Promise<AssistantAction>;
  undo(key: ActionKey): Promise<AssistantAction>;
}

const single = z.looseObject({ id: z.uuid() });
const several = z.looseObject({ patches: z.array(single).min(1).max(500) });
const left = z.looseObject({ id: z.uuid(), title: z.string(), version: z.int() });
const changed = z.looseObject({ tasks: z.array(left) });

const interrupted = 'It broke off. Look at your tasks before you try again.';

/** The tasks that a change names. */
function idsOf(input: unknown): string[] {
  const { data: bulk } = several.safeParse(input);
  if (bulk) return bulk.patches.map(({ id }) => id);
  const { data: one } = single.safeParse(input);
  return one ? [one.id] : [];
}

const decided = () =>
  new AppError('stale_version', 'This was decided before. Look at it again, it is up to date now.');

const wordsOf = (error: unknown) =>
  error instanceof AppError ? error.message : 'Something went wrong here; nothing was changed.';

export function createActionService(ports: ActionPorts): ActionService {
  const { store, tasks, openTools, now, newId } = ports;
  const view = (action: KeptAction) => viewOf(action, now());

  const read = (ownerId: string, ids: readonly string[]): Promise<Task[]> =>
    Promise.all(ids.map((id) => tasks.get({ ownerId, id })));

  /** The tasks that the tool's answer names, or else those of its input, as they are now. */
  async function leftBy(action: KeptAction, value: unknown): Promise<KeptAction['after']> {
    const { data: many } = changed.safeParse(value);
    const named = many?.tasks ?? [left.safeParse(value).data].filter((one) => one !== undefined);
    const touched = new Set(action.before.map(({ id }) => id));
    // A next occurrence comes and goes with the task that brought it.
    const own = action.before.length === 0 ? named : named.filter(({ id }) => touched.has(id));
    const now = own.length > 0 ? own : await read(action.ownerId, [...touched]);
    return now.map(({ id, title, version }) => ({ id, title, version }));
  }

  async function run(action: KeptAction, toolBox: ToolBox): Promise<AssistantAction> {
    const answer = await toolBox.call(action.tool, action.input);
    const outcome = answer.ok
      ? { state: 'done' as const, after: await leftBy(action, answer.value), problem: null }
      : { state: 'failed' as const, after: [], problem: answer.problem };
    await store.settle(action.id, outcome);
    return view({ ...action, ...outcome });
  }

  async function keep(wish: Wish, state: 'proposed' | 'failed'): Promise<KeptAction> {
    const before = wish.tool === 'add_task' ? [] : await read(wish.ownerId, idsOf(wish.input));
    const problem = state === 'failed' ? interrupted : null;
    const action: KeptAction = {
      ...{ ...wish, id: newId(), state, before, after: [], problem, createdAt: now() },
    };
    await store.add(action);
    return action;
  }

  async function found(key: ActionKey): Promise<KeptAction> {
    const action = await store.find(key);
    if (!action) throw new AppError('not_found', 'There is no such action.');
    return action;
  }

  /** Takes an action out of the state it must be in, so that nobody else does. */
  async function claim(key: ActionKey, from: 'proposed' | 'done', to: KeptAction['state']) {
    if (stateAt(await found(key), now()) !== from) throw decided();
    const problem = to === 'failed' ? interrupted : null;
    const action = await store.claim(key, from, { state: to, problem });
    if (!action) throw decided();
    return action;
  }

  return {
    propose: async (wish) => view(await keep(wish, 'proposed')),
    make: async (wish, toolBox) => run(await keep(wish, 'failed'), toolBox),

    async confirm(key) {
      // Should this process end on the way, it has failed.
      const proposed = await claim(key, 'proposed', 'failed');
      const toolBox = await openTools(key.ownerId);
      try {
        // As they are now, which is what undoing has to bring back.
        const before = await read(key.ownerId, idsOf(proposed.input));
        await store.settle(key.id, { state: 'failed', before, after: [], problem: interrupted });
        return await run({ ...proposed, before }, toolBox);
      } catch (error) {
        const outcome = { state: 'failed' as const, after: [], problem: wordsOf(error) };
        await store.settle(key.id, outcome);
        return view({ ...proposed, ...outcome });
      } finally {
        await toolBox.close();
      }
    },

    decline: async (key) => view(await claim(key, 'proposed', 'declined')),

    async undo(key) {
      const action = await claim(key, 'done', 'undone');
      try {
        await takeBack(tasks, action);
      } catch (error) {
        await store.settle(key.id, { state: 'done', after: action.after, problem: null });
        throw error;
      }
      return view(action);
    },
  };
}
