import { randomUUID } from 'node:crypto';
import { createActionStore } from './infra/database/assistant/action-store.ts';
import { createConversationStore } from './infra/database/assistant/conversation-store.ts';
import { createUsageStore } from './infra/database/assistant/usage-store.ts';
import type { Database } from './infra/database/database.ts';
import { createOpenToolBox } from './infra/mcp-tool-box.ts';
import type { ReachMcp } from './infra/mcp-tool-box.ts';
import { builtIn } from './infra/model/built-in/built-in.ts';
import { createModelAnswerer } from './infra/model/model-answerer.ts';
import { openAiCompatible } from './infra/model/openai-compatible.ts';
import type { OpenAiOptions } from './infra/model/openai-compatible.ts';
import { createActionService } from './modules/assistant/action-service.ts';
import { createBudget } from './modules/assistant/budget.ts';
import type { DailyBudget } from './modules/assistant/budget.ts';
import { createChatService } from './modules/assistant/chat-service.ts';
import type { TaskService } from './modules/tasks/task-service.ts';

export interface AssistantOptions {
  database: Database;
  tasks: TaskService;
  reachMcp: ReachMcp;
  /** Undefined where the built-in rules answer. */
  model: OpenAiOptions | undefined;
  budget: DailyBudget;
  onFailure: (error: unknown) => void;
}

/** Puts the parts of the assistant together. */
export function createAssistant(options: AssistantOptions) {
  const { database, tasks, reachMcp, model, onFailure } = options;
  const now = () => new Date();
  const newId = randomUUID;
  const store = createConversationStore(database, now);
  const openTools = createOpenToolBox(reachMcp);
  const actionStore = createActionStore(database);
  const actions = createActionService({ store: actionStore, tasks, openTools, now, newId });
  const answerer = createModelAnswerer(model ? openAiCompatible(model) : builtIn);
  const budget = createBudget(createUsageStore(database), options.budget, now);
  const ports = { store, answerer, actions, budget, openTools, now, newId, onFailure };
  return {
    answering: { name: answerer.name, builtIn: answerer.builtIn },
    store,
    actions,
    chat: createChatService(ports),
  };
}
