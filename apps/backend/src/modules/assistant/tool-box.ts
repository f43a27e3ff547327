/** A tool as a model sees it. */
export interface ToolInfo {
  name: string;
  description: string;
  /** JSON Schema of its arguments. */
  inputSchema: object;
  readOnly: boolean;
}

/** What came of a call: a value, or words why there is none. */
export type ToolAnswer = { ok: true; value: unknown } | { ok: false; problem: string };

/** One person's tools, as every MCP client of theirs would have them. */
export interface ToolBox {
  tools: readonly ToolInfo[];
  call(name: string, input: Record<string, unknown>, signal?: AbortSignal): Promise<ToolAnswer>;
  close(): Promise<void>;
}

/** Opens the tool box of a person. */
export type OpenToolBox = (ownerId: string) => Promise<ToolBox>;
