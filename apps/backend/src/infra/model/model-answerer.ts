import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ModelMessage, ToolSet } from 'ai';
import { Unanswerable } from '../../modules/assistant/answerer.ts';
import type { Answerer, Hands, Question } from '../../modules/assistant/answerer.ts';
import { instructions } from './instructions.ts';

/** A model, under the name that people know. */
export interface NamedModel {
  name: string;
  builtIn: boolean;
  /** The model for one question; loaded with the first. */
  model(question: Question): Promise<LanguageModelV4>;
}

/** How often a model may look or change something before it has to end. */
const mostSteps = 12;
const mostTokens = 2_000;
/** Milliseconds without a word after which a provider is given up. */
const silence = 60_000;

const toMessages = ({ turns }: Question): ModelMessage[] =>
  turns.map(({ from, text }) => ({
    role: from === 'person' ? 'user' : 'assistant',
    content: text,
  }));

/** What went wrong with a provider, without its own words: they may hold the key or its address. */
function unanswerable(error: unknown): Unanswerable {
  // Of several tries the last one.
  const { lastError = error } = error as { lastError?: unknown };
  const { statusCode, name } = lastError as { statusCode?: number; name?: string };
  const options = { cause: error };
  if (statusCode === 401 || statusCode === 403) {
    return new Unanswerable(
      'The language model does not take our key. Tell who runs this.',
      options,
    );
  }
  if (statusCode === 429) {
    return new Unanswerable('The language model is busy. Try again in a minute.', options);
  }
  if (name === 'TimeoutError') {
    return new Unanswerable('The language model did not answer in time. Try again.', options);
  }
  return new Unanswerable('The language model cannot be reached, or answers nonsense.', options);
}

/** Answers by a language model, which works through tools as every MCP client does. */
export function createModelAnswerer({ name, builtIn, model }: NamedModel): Answerer {
  async function toolsOf({ tools, use }: Hands): Promise<ToolSet> {
    const { dynamicTool, jsonSchema } = await import('./ai.ts');
    return Object.fromEntries(
      tools.map((tool) => [
        tool.name,
        dynamicTool({
          description: tool.description,
          inputSchema: jsonSchema(tool.inputSchema),
          execute: (input) => use(tool.name, input),
        }),
      ]),
    );
  }

  return {
    name,
    builtIn,
    async *answer(question, hands, signal) {
      // Without a buffer for further readers: many answers are open at once.
      const { streamText, isStepCount } = await import('./ai.ts');
      const { stream } = streamText({
        model: await model(question),
        instructions: instructions(question),
        messages: toMessages(question),
        tools: await toolsOf(hands),
        toolCallConcurrency: 1,
        stopWhen: isStepCount(mostSteps),
        maxOutputTokens: mostTokens,
        maxRetries: 1,
        abortSignal: signal,
        timeout: { firstChunkMs: silence, chunkMs: silence },
        // Thrown below instead of being printed.
        onError: () => undefined,
      });
      let tokens = 0;
      for await (const part of stream) {
        if (part.type === 'text-delta') yield { type: 'text', text: part.text };
        if (part.type === 'error') throw unanswerable(part.error);
        if (part.type === 'finish-step') tokens += part.usage.totalTokens ?? 0;
        // Also where nothing was said: what the tools brought can be shown.
        if (['tool-result', 'tool-error', 'finish-step'].includes(part.type)) {
          yield { type: 'tokens', count: tokens };
        }
      }
    },
  };
}
