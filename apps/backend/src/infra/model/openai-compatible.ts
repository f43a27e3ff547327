import type { NamedModel } from './model-answerer.ts';

export interface OpenAiOptions {
  apiKey: string;
  baseUrl: string;
  /** The model's name at the provider. */
  model: string;
}

/** A model behind any endpoint that speaks OpenAI's chat completions. */
export const openAiCompatible = ({ apiKey, baseUrl, model }: OpenAiOptions): NamedModel => ({
  name: model,
  builtIn: false,
  async model() {
    const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
    const provider = createOpenAICompatible({
      name: 'model',
      baseURL: baseUrl,
      apiKey,
      includeUsage: true,
    });
    return provider.chatModel(model);
  },
});
