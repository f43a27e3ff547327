import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { z } from 'zod';

type JsonSchema = StandardSchemaWithJSON['~standard']['jsonSchema'];

/** The JSON form of a schema, made once: a server for one request asks for it anew. */
function keptJson(schema: z.ZodType): JsonSchema {
  const { input, output } = schema['~standard'].jsonSchema;
  const kept: { input?: Record<string, unknown>; output?: Record<string, unknown> } = {};
  return {
    input: (options) => (kept.input ??= input(options)),
    output: (options) => (kept.output ??= output(options)),
  };
}

/** What a tool takes: told to clients, and checked. */
export function inputForClients(schema: z.ZodType): StandardSchemaWithJSON {
  const { validate } = schema['~standard'];
  return {
    '~standard': { version: 1, vendor: 'zod', validate, jsonSchema: keptJson(schema) },
  };
}

/**
 * What a tool answers: told to clients, who check it. Here it is not checked once more, since that
 * costs as much as the answer itself; the tests call every tool by a client that does.
 */
export const outputForClients = (schema: z.ZodType): StandardSchemaWithJSON => ({
  '~standard': {
    version: 1,
    vendor: 'zod',
    validate: (value) => ({ value }),
    jsonSchema: keptJson(schema),
  },
});
