import type { ActionState, AssistantAction } from '@todo-chatbot/shared';
import type { KeptAction } from './assistant-store.ts';

/** Milliseconds for which a proposal can be confirmed: nobody knows any more what it was about. */
const proposalLife = 24 * 60 * 60_000;
/** Tasks that a card names. */
const namedTasks = 20;

/** The state in which an action is by now. */
export const stateAt = ({ state, createdAt }: KeptAction, now: Date): ActionState =>
  state === 'proposed' && now.getTime() - createdAt.getTime() > proposalLife ? 'lapsed' : state;

/** An action as its person sees it. */
export function viewOf(action: KeptAction, now: Date): AssistantAction {
  const { id, tool, input, before, after, problem } = action;
  const tasks = before.length > 0 ? before : after;
  const state = stateAt(action, now);
  return {
    ...{ id, tool, input, state, problem },
    tasks: tasks.slice(0, namedTasks).map((task) => ({ id: task.id, title: task.title })),
    count: tasks.length,
    undoable: state === 'done' && after.length > 0,
  };
}
