import { describe, expect, it } from 'vitest';
import { plainCallOf } from './plain-call.ts';
import type { Asked } from './plain-call.ts';

const reader = { token: '', clientId: '', scopes: ['tasks:read'] };
const version = '2026-07-28';
const envelope = {
  'io.modelcontextprotocol/protocolVersion': version,
  'io.modelcontextprotocol/clientCapabilities': {},
};
const rest = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};
const modern = {
  ...rest,
  'mcp-protocol-version': version,
  'mcp-method': 'tools/call',
  'mcp-name': 'list_tasks',
};

const call = (params: object, id: unknown = 1) => ({
  ...{ jsonrpc: '2.0', id, method: 'tools/call' },
  params: { name: 'list_tasks', arguments: {}, ...params },
});
const modernCall = call({ _meta: envelope });

const eraOf = (headers: Asked['headers'], body: unknown, method = 'POST') =>
  plainCallOf(
    { method, url: '/mcp', headers, body, toRequest: () => new Request('http://localhost/mcp') },
    reader,
  )?.era;

it('a call of either revision is plain, and one without a named revision', () => {
  expect(eraOf(modern, modernCall)).toBe('modern');
  expect(eraOf({ ...rest, 'mcp-protocol-version': '2025-11-25' }, call({}))).toBe('legacy');
  expect(eraOf(rest, call({}))).toBe('legacy');
});

describe('no plain call is', () => {
  const without = (name: keyof typeof modern) => ({ ...modern, [name]: undefined });

  it.each([
    ['a call without its revision in a header', without('mcp-protocol-version')],
    ['a call without its method in a header', without('mcp-method')],
    ['a call without its tool in a header', without('mcp-name')],
    ['a call whose headers name another tool', { ...modern, 'mcp-name': 'get_task' }],
    ['a call whose headers name another method', { ...modern, 'mcp-method': 'tools/list' }],
    [
      'a call whose headers name another revision',
      { ...modern, 'mcp-protocol-version': '2025-11-25' },
    ],
    ['a call whose header is encoded', { ...modern, 'mcp-name': '=?base64?bGlzdF90YXNrcw==?=' }],
    ['a call that is no JSON by its type', { ...modern, 'content-type': 'text/plain' }],
  ])('%s', (_what, headers) => {
    expect(eraOf(headers, modernCall)).toBeUndefined();
  });

  it.each([
    ['a call of a tool that is not there', call({ name: 'rm' })],
    ['a call for which the token lacks the scope', call({ name: 'add_task' })],
    ['a call that wants no answer', { ...call({}), id: undefined }],
    ['a call with an id that may not be one', call({}, {})],
    [
      'a call whose envelope is not one',
      call({ _meta: { ...envelope, [Object.keys(envelope)[1]!]: 1 } }),
    ],
    ['a list of calls', [call({})]],
    ['another method', { ...call({}), method: 'tools/list' }],
    ['nothing', undefined],
    ['null', null],
  ])('%s', (_what, body) => {
    expect(eraOf(rest, body)).toBeUndefined();
  });

  it('a call by GET, of an unknown revision, or by a client that takes no stream', () => {
    expect(eraOf(rest, call({}), 'GET')).toBeUndefined();
    expect(eraOf({ ...rest, 'mcp-protocol-version': '1999-01-01' }, call({}))).toBeUndefined();
    expect(eraOf({ ...rest, accept: 'application/json' }, call({}))).toBeUndefined();
  });
});
