import { todayIn } from '@todo-chatbot/shared/dates';
import type { NamedModel } from '../model-answerer.ts';
import { createRuleModel } from './rule-model.ts';

/** Answers where no language model is set up. */
export const builtIn: NamedModel = {
  name: 'Built-in assistant',
  builtIn: true,
  model: async ({ now, timeZone }) =>
    createRuleModel({ now, timeZone, today: todayIn(timeZone, now) }),
};
