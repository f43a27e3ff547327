import type { MCPClient } from '@ai-sdk/mcp';
import type { OpenToolBox, ToolAnswer, ToolInfo } from '../modules/assistant/tool-box.ts';

/** Reaches the MCP server in the name of a person. */
export type ReachMcp = (ownerId: string, request: Request) => Promise<Response>;

const words = (content: unknown): string =>
  (Array.isArray(content) ? content : [])
    .map((part: { text?: unknown }) => (typeof part.text === 'string' ? part.text : ''))
    .join('\n');

/** What the server offers is the same for everybody: asked once, by whoever comes first. */
type Offer = readonly ToolInfo[];

async function offerOf(client: MCPClient): Promise<Offer> {
  const { tools } = await client.listTools();
  return tools.map(({ name, description = '', inputSchema, annotations }) => ({
    ...{ name, description, inputSchema },
    readOnly: annotations?.readOnlyHint === true,
  }));
}

async function callOf(
  client: MCPClient,
  {
    name,
    input,
    signal,
  }: { name: string; input: Record<string, unknown>; signal: AbortSignal | undefined },
): Promise<ToolAnswer> {
  const options = signal && { signal };
  const answer = await client.callTool({ name, arguments: input, ...(options && { options }) });
  const { content, structuredContent, isError } = answer as Record<string, unknown>;
  return isError === true
    ? { ok: false, problem: words(content) }
    : { ok: true, value: structuredContent };
}

/** Opens the tools of the MCP server by its own protocol, as any client does. */
export function createOpenToolBox(reach: ReachMcp): OpenToolBox {
  let offer: Promise<Offer> | undefined;

  async function connect(ownerId: string): Promise<MCPClient> {
    const { createMCPClient } = await import('./mcp-client.ts');
    return createMCPClient({
      clientName: 'todo-assistant',
      transport: {
        type: 'http',
        // Never resolved: every request goes to the server in this process.
        url: 'http://mcp.invalid/mcp',
        fetch: (input, init) => reach(ownerId, new Request(input, init)),
      },
    });
  }

  return async (ownerId) => {
    let connected: Promise<MCPClient> | undefined;
    const client = () => (connected ??= connect(ownerId));
    offer ??= client()
      .then(offerOf)
      .catch((error: unknown) => {
        offer = undefined;
        throw error;
      });
    return {
      tools: await offer,
      call: async (name, input, signal) => callOf(await client(), { name, input, signal }),
      close: async () => (await connected?.catch(() => undefined))?.close(),
    };
  };
}
