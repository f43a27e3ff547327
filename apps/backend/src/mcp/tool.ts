import type { TokenScope } from '@todo-chatbot/shared';
import type { z } from 'zod';
import { AppError } from '../modules/app-error.ts';
import type { TaskService } from '../modules/tasks/task-service.ts';

/** What a tool works with: the use cases, for the person whose token came with the call. */
export interface ToolContext {
  tasks: TaskService;
  ownerId: string;
}

/**
 * How a tool may be used without asking its person, for clients that look at it.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/server/tools
 */
export interface ToolHints {
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: false;
}

/** Looks and changes nothing. */
export const reads: ToolHints = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** Adds something. */
export const adds: ToolHints = { ...reads, readOnlyHint: false, idempotentHint: false };

/** Changes or takes away what is there; done twice it is as done once. */
export const changes: ToolHints = { ...reads, readOnlyHint: false, destructiveHint: true };

/** Something that a client, or a model, can do with a person's tasks. */
export interface Tool<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  name: string;
  title: string;
  /** For a model: what it does, and when to use it. */
  description: string;
  scope: TokenScope;
  hints: ToolHints;
  input: I;
  output: O;
  /** Answers by the output schema: with a value, or with the JSON text of one. */
  run(context: ToolContext, input: z.output<I>): Promise<z.output<O> | string>;
}

/** A tool, its types inferred from its schemas. */
export const defineTool = <I extends z.ZodType, O extends z.ZodType>(tool: Tool<I, O>): Tool =>
  // The server checks the input by the tool's own schema before it runs.
  tool as unknown as Tool;

/**
 * What a use case takes of a tool's input, where that asks for more than the tool's own schema says.
 * @throws {AppError} `invalid_request` that names each fault
 */
export function checked<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const { data, error } = schema.safeParse(input);
  if (!error) return data as z.output<S>;
  const faults = error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  throw new AppError('invalid_request', 'The arguments do not fit:', { faults });
}
