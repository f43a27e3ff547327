import { load } from './load.ts';
import type { LoadRequest } from './load.ts';
import type { Backend } from './backend.ts';
import type { Headers } from './people.ts';

const connections = 8;
const tasks = { limit: 50, status: 'open', sort: 'manual' };

/** A token of a person, as the account page makes it. */
async function secretOf(url: string, headers: Headers): Promise<string> {
  const answer = await fetch(`${url}/api/v1/account/tokens`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'Measurement', scopes: ['tasks:read'] }),
  });
  if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { secret: string }).secret;
}

/** A call of list_tasks as a client of the current revision sends it, one request on its own. */
function callOf(secret: string): LoadRequest {
  const version = '2026-07-28';
  const params = {
    name: 'list_tasks',
    arguments: tasks,
    _meta: {
      'io.modelcontextprotocol/protocolVersion': version,
      'io.modelcontextprotocol/clientInfo': { name: 'measurement', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  };
  return {
    method: 'POST',
    path: '/mcp',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': version,
      'mcp-method': 'tools/call',
      'mcp-name': 'list_tasks',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  };
}

/** What each of several connections sends: calls in the names of its share of the people. */
export async function callsOf(url: string, people: Headers[]) {
  const calls: LoadRequest[] = [];
  for (const person of people) calls.push(callOf(await secretOf(url, person)));
  return (connection: number) => calls.filter((_, n) => n % connections === connection);
}

/** Lists of 50 tasks, asked for over MCP. */
export async function toolCalls(backend: Backend, people: Headers[], seconds: number) {
  const { url } = backend;
  const requests = await callsOf(url, people);
  await load({ url, connections, seconds: 2, requests });
  const before = backend.cpuSeconds();
  const result = await load({ url, connections, seconds, requests });
  const cpu = backend.cpuSeconds() - before;
  return {
    'mcp-p50': result.p50,
    'mcp-p99': result.p99,
    'mcp-rate': result.perSecond,
    'mcp-per-core': result.answers / cpu,
    'mcp-errors': result.errors,
  };
}
