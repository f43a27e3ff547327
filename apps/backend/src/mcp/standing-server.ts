import { PerRequestHTTPServerTransport } from '@modelcontextprotocol/server';
import type {
  AuthInfo,
  CallToolResult,
  JSONRPCMessage,
  JSONRPCRequest,
  RequestId,
} from '@modelcontextprotocol/server';
import { createTaskServer } from './server.ts';
import type { McpServerPorts } from './server.ts';

/** The revision of the protocol in which every request stands for itself. */
export const modernRevision = '2026-07-28';
/** The revisions as the library divides them: `modern` from 2026-07-28 on. */
export type Era = 'modern' | 'legacy';

const modern = { era: 'modern', revision: modernRevision } as const;

/** A result that waits for its text. */
const emptyResult = (): CallToolResult => ({
  content: [{ type: 'text', text: '' }],
  structuredContent: {},
});

/** The JSON of a result with a tool's answer put in twice, as text and as data, unread. */
function resultWith(text: string, result: Record<string, unknown>): string {
  const others = Object.entries(result).filter(([name]) => !(name in emptyResult()));
  const members = others.map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
  const content = `"content":[{"type":"text","text":${JSON.stringify(text)}}]`;
  return `{${[content, `"structuredContent":${text}`, ...members].join(',')}}`;
}

/** A request under way. */
interface Exchange {
  /** As its client has numbered it. */
  id: RequestId;
  /** What the tool answered, as JSON. */
  text?: string;
  resolve: (json: string) => void;
  reject: (error: Error) => void;
}

/**
 * Carries any number of exchanges to one server, several at once. The library's own transport
 * carries one and is this one's parent, because only to its kind does a server speak 2026-07-28.
 */
class StandingTransport extends PerRequestHTTPServerTransport {
  readonly #era: Era;
  // Numbered here: several clients may give their requests the same id.
  readonly #exchanges = new Map<RequestId, Exchange>();
  #last = 0;

  constructor(era: Era) {
    super({ classification: era === 'modern' ? modern : { era } });
    this.#era = era;
  }

  exchange(request: JSONRPCRequest, authInfo: AuthInfo): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#last += 1;
      this.#exchanges.set(this.#last, { id: request.id, resolve, reject });
      const about = { authInfo, ...(this.#era === 'modern' && { classification: modern }) };
      this.onmessage?.({ ...request, id: this.#last }, about);
    });
  }

  /** Takes a tool's answer past the library, which would read and write all of it. */
  keep(text: string, id: RequestId): CallToolResult {
    const exchange = this.#exchanges.get(id);
    if (exchange) exchange.text = text;
    return emptyResult();
  }

  override async send(message: JSONRPCMessage): Promise<void> {
    // Only answers have a way out: no tool tells of its progress.
    if ('method' in message || message.id === undefined) return;
    const exchange = this.#exchanges.get(message.id);
    this.#exchanges.delete(message.id);
    if (!exchange) return;
    const { id, text, resolve } = exchange;
    if (text === undefined || !('result' in message) || message.result['isError']) {
      return resolve(JSON.stringify({ ...message, id }));
    }
    const result = resultWith(text, message.result);
    resolve(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`);
  }

  override async close(): Promise<void> {
    for (const { reject } of this.#exchanges.values()) reject(new Error('The server has closed.'));
    this.#exchanges.clear();
    await super.close();
  }
}

/** A server that stays connected, for the requests of everybody who speaks one era. */
export interface StandingServer {
  /** Answers a request, in the name of whom the token tells, with the JSON of a response. */
  exchange(request: JSONRPCRequest, authInfo: AuthInfo): Promise<string>;
  close(): Promise<void>;
}

/** Connects a server for good. */
export async function createStandingServer(
  ports: McpServerPorts,
  era: Era,
): Promise<StandingServer> {
  const transport = new StandingTransport(era);
  const server = createTaskServer(ports, {
    resultOf: (text, id) => transport.keep(text, id),
    ...(era === 'modern' && { revisions: [modernRevision] }),
  });
  server.server.onerror = (error) => ports.onFailure('a request', error);
  await server.connect(transport);
  return {
    exchange: (request, authInfo) => transport.exchange(request, authInfo),
    close: () => server.close(),
  };
}
