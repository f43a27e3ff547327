import { describe, expect, it } from 'vitest';
import { clients } from './clients';

const access = { address: 'https://todo.example.org/mcp', token: `todo_${'aZ9-_'.repeat(8)}` };
const named = (id: string) => clients.find((client) => client.id === id)!;

describe.each(clients.map((client) => [client.name, client] as const))('%s', (_name, client) => {
  it('is told the address and the token', () => {
    const told = client.snippet(access);
    expect(told).toContain(access.address);
    expect(told).toContain(`Bearer ${access.token}`);
  });
});

it.each(['claude-code', 'claude-desktop', 'vs-code'])(
  '%s is told nothing of a token where there is none, so that it asks to log in',
  (id) => {
    const told = named(id).snippet({ address: access.address });
    expect(told).toContain(access.address);
    expect(told).not.toMatch(/authorization|token|undefined/i);
  },
);

it.each(['cursor', 'inspector', 'curl'])('%s shows where its token has to be', (id) => {
  expect(named(id).snippet({ address: access.address })).toContain('Bearer YOUR_TOKEN');
});

it.each(['claude-desktop', 'cursor', 'vs-code'])('the settings for %s are JSON', (id) => {
  expect(() => JSON.parse(named(id).snippet(access)) as unknown).not.toThrow();
});

describe('Claude Desktop', () => {
  const argsFor = (address: string) => named('claude-desktop').snippet({ ...access, address });

  it('may use plain http where the address is of another computer', () => {
    expect(argsFor('http://todo.local/mcp')).toContain('--allow-http');
    expect(argsFor('http://localhost:8080/mcp')).not.toContain('--allow-http');
    expect(argsFor('https://todo.example.org/mcp')).not.toContain('--allow-http');
  });
});

describe('the links that open a client', () => {
  it('hand Cursor the same settings as its file', () => {
    const link = new URL(named('cursor').link!(access));
    expect(link.searchParams.get('name')).toBe('todo');
    const config = JSON.parse(atob(link.searchParams.get('config')!)) as unknown;
    const file = JSON.parse(named('cursor').snippet(access)) as { mcpServers: { todo: unknown } };
    expect(config).toEqual(file.mcpServers.todo);
  });

  it('hand VS Code the same settings as its file', () => {
    const [, query = ''] = named('vs-code').link!(access).split('?');
    const { name, ...server } = JSON.parse(decodeURIComponent(query)) as { name: string };
    const file = JSON.parse(named('vs-code').snippet(access)) as { servers: { todo: unknown } };
    expect(name).toBe('todo');
    expect(server).toEqual(file.servers.todo);
  });
});
