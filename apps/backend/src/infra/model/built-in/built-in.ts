import { todayIn } from '@todo-chatbot/shared/dates';
import type { NamedModel } from '../model-answerer.ts';

/** Answers where no language model is set up. */
export const builtIn: NamedModel = {
  name: 'Built-in assistant',
  builtIn: true,
  async model({ now, timeZone }) {
    // What reads dates is loaded with the first question.
    const { createRuleModel } = await import('./rule-model.ts');
    return createRuleModel({ now, timeZone, today: todayIn(timeZone, now) });
  },
};
