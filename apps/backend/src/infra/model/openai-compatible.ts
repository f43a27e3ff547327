import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { NamedModel } from './model-answerer.ts';

export interface OpenAiOptions {
  apiKey: string;
  baseUrl: string;
  /** The model's name at the provider. */
  model: string;
}

async function load({ apiKey, baseUrl, model }: OpenAiOptions): Promise<LanguageModelV4> {
  const { createOpenAICompatible } = await import('./provider.ts');
  const provider = createOpenAICompatible({
    name: 'model',
    baseURL: baseUrl,
    apiKey,
    includeUsage: true,
  });
  return provider.chatModel(model);
}

/** A model behind any endpoint that speaks OpenAI's chat completions. */
export function openAiCompatible(options: OpenAiOptions): NamedModel {
  // One for all answers: each holds a hundred schemas, and nothing of a conversation.
  let model: Promise<LanguageModelV4> | undefined;
  return { name: options.model, builtIn: false, model: () => (model ??= load(options)) };
}
