import type {
  LanguageModelV4,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { changeRules } from './change-rules.ts';
import { lookRules } from './look-rules.ts';
import type { Call, Doing, Here, Rule } from './rule.ts';

/** What the built-in assistant understands, in a sentence for a person. */
export const help =
  'I am built in and understand a few phrases: “add call Sam tomorrow at 9”, “what is due today”, ' +
  '“complete call Sam”, “move call Sam to Friday”, “delete call Sam”, “find Sam”, “summarise my week”.';

const rules: readonly Rule[] = [...changeRules, ...lookRules];

function* sayHelp(): Doing {
  yield* [];
  return help;
}

const polite = /^(?:please|can you|could you|would you|hey|hi|hello|ok(?:ay)?)[, ]+/i;

/** What is to be done about what a person said. */
export function doingFor(said: string, here: Here): Doing {
  let text = said.trim();
  while (polite.test(text)) text = text.replace(polite, '');
  text = text.replace(/[.!?\s]+$/, '').replace(/,? please$/i, '');
  for (const { pattern, act } of rules) {
    const named = pattern.exec(text);
    if (named) return act(named.groups ?? {}, here);
  }
  return sayHelp();
}

type Message = LanguageModelV4Prompt[number];

const saidIn = (message: Message | undefined): string =>
  message?.role === 'user'
    ? message.content.map((part) => (part.type === 'text' ? part.text : '')).join('\n')
    : '';

/** What the tools brought since the person spoke last, in their order. */
function resultsIn(messages: readonly Message[]): unknown[] {
  return messages.flatMap((message) =>
    message.role === 'tool'
      ? message.content.map((part) =>
          part.type === 'tool-result' && 'value' in part.output ? part.output.value : undefined,
        )
      : [],
  );
}

/** Goes through what a rule does once more, up to where nothing is known yet. */
function next(doing: Doing, results: readonly unknown[]): Call | string {
  let step = doing.next();
  for (const result of results) {
    if (step.done) break;
    step = doing.next(result);
  }
  return step.value;
}

const usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

function* partsOf(move: Call | string, id: string): Generator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings: [] };
  if (typeof move === 'string') {
    yield { type: 'text-start', id };
    for (const [delta] of move.matchAll(/\S+\s*|\s+/g)) yield { type: 'text-delta', id, delta };
    yield { type: 'text-end', id };
  } else {
    const { tool: toolName, input } = move;
    yield { type: 'tool-call', toolCallId: id, toolName, input: JSON.stringify(input) };
  }
  const unified = typeof move === 'string' ? 'stop' : 'tool-calls';
  yield { type: 'finish', usage, finishReason: { unified, raw: undefined } };
}

/**
 * The built-in assistant as a language model: it answers by rules, and works through the same
 * tools. It never takes what stands in a task for something to do.
 * @see https://ai-sdk.dev/providers/community-providers/custom-providers
 */
export function createRuleModel(here: Here): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'todo-chatbot',
    modelId: 'rules',
    supportedUrls: {},
    async doStream({ prompt }) {
      const last = prompt.findLastIndex(({ role }) => role === 'user');
      const results = resultsIn(prompt.slice(last + 1));
      const move = next(doingFor(saidIn(prompt[last]), here), results);
      return { stream: ReadableStream.from(partsOf(move, `step-${results.length}`)) };
    },
    doGenerate() {
      return Promise.reject(new Error('The built-in assistant only streams.'));
    },
  };
}
