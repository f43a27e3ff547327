// A file of our own for the reason that ai.ts gives.
export { createOpenAICompatible } from '@ai-sdk/openai-compatible';
