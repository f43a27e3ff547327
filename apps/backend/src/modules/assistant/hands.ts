import type { AssistantAction, ChatPart } from '@todo-chatbot/shared';
import { z } from 'zod';
import { AppError } from '../app-error.ts';
import type { ActionService } from './action-service.ts';
import type { Hands } from './answerer.ts';
import { waitsForPerson } from './policy.ts';
import type { ToolBox } from './tool-box.ts';

/** What the hands of an answer work with. */
export interface Work {
  ownerId: string;
  conversationId: string;
  builtIn: boolean;
  /** Whether whoever answers has read text of tasks before, in this conversation. */
  hasReadTasks: boolean;
  toolBox: ToolBox;
  actions: ActionService;
  signal: AbortSignal;
  onPart: (part: ChatPart) => void;
}

/** Changes that one answer may make or propose. */
const mostActions = 20;
/** Characters of arguments. */
const longestInput = 200_000;

const found = z.looseObject({ items: z.array(z.unknown()) });
const input = z.record(z.string(), z.unknown());

const failure = (problem: string) => ({ failed: problem });

/** What an action's outcome is for whoever wanted it. */
function wordsFor({ state, problem, tasks, count }: AssistantAction): unknown {
  if (state === 'done') return { done: true, tasks, count };
  if (state === 'proposed') {
    return { waiting: 'The person sees this and confirms it or not. Do not try again.', tasks };
  }
  return failure(problem ?? 'It was not made.');
}

/** Lets whoever answers look, and change what the policy lets pass; the rest waits for its person. */
export function createHands(work: Work): Hands {
  const { ownerId, conversationId, builtIn, toolBox, actions, signal, onPart } = work;
  let { hasReadTasks } = work;
  let made = 0;

  async function look(tool: string, asked: Record<string, unknown>): Promise<unknown> {
    const answer = await toolBox.call(tool, asked, signal);
    hasReadTasks = true;
    const { data: list } = found.safeParse(answer.ok ? answer.value : undefined);
    onPart({ type: 'look', tool, found: list?.items.length ?? null });
    return answer.ok ? answer.value : failure(answer.problem);
  }

  async function change(tool: string, asked: Record<string, unknown>): Promise<unknown> {
    if (++made > mostActions) return failure('These are enough changes for one answer.');
    const wish = { ownerId, conversationId, tool, input: asked };
    const waits = waitsForPerson(tool, { builtIn, hasReadTasks });
    const action = waits ? await actions.propose(wish) : await actions.make(wish, toolBox);
    onPart({ type: 'action', action });
    return wordsFor(action);
  }

  return {
    tools: toolBox.tools,
    async use(name, given) {
      // Whoever was stopped uses nothing any more.
      signal.throwIfAborted();
      const tool = toolBox.tools.find((one) => one.name === name);
      const { data: asked } = input.safeParse(given);
      if (!tool) return failure(`There is no tool called ${name}.`);
      if (!asked || JSON.stringify(asked).length > longestInput) {
        return failure('The arguments are not an object, or too long.');
      }
      try {
        return await (tool.readOnly ? look(name, asked) : change(name, asked));
      } catch (error) {
        if (error instanceof AppError) return failure(error.message);
        throw error;
      }
    },
  };
}
