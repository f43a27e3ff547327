import type { OpenToolBox, ToolAnswer, ToolInfo } from '../modules/assistant/tool-box.ts';

/** Reaches the MCP server in the name of a person. */
export type ReachMcp = (ownerId: string, request: Request) => Promise<Response>;

const words = (content: unknown): string =>
  (Array.isArray(content) ? content : [])
    .map((part: { text?: unknown }) => (typeof part.text === 'string' ? part.text : ''))
    .join('\n');

/** Opens the tools of the MCP server by its own protocol, as any client does. */
export const createOpenToolBox =
  (reach: ReachMcp): OpenToolBox =>
  async (ownerId) => {
    const { createMCPClient } = await import('@ai-sdk/mcp');
    const client = await createMCPClient({
      clientName: 'todo-assistant',
      transport: {
        type: 'http',
        // Never resolved: every request goes to the server in this process.
        url: 'http://mcp.invalid/mcp',
        fetch: (input, init) => reach(ownerId, new Request(input, init)),
      },
    });
    const listed = await client.listTools();
    const tools = listed.tools.map(
      ({ name, description = '', inputSchema, annotations }): ToolInfo => ({
        ...{ name, description, inputSchema },
        readOnly: annotations?.readOnlyHint === true,
      }),
    );
    return {
      tools,
      async call(name, input, signal): Promise<ToolAnswer> {
        const answer = await client.callTool({
          name,
          arguments: input,
          ...(signal && { options: { signal } }),
        });
        const { content, structuredContent, isError } = answer as Record<string, unknown>;
        if (isError === true) return { ok: false, problem: words(content) };
        return { ok: true, value: structuredContent };
      },
      close: () => client.close(),
    };
  };
