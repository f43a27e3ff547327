import { expect, test } from './test';

test('an MCP client reaches the tasks at the address of the pages', async ({ request }) => {
  const listing = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const headers = { accept: 'application/json, text/event-stream' };
  const answer = await request.post('/mcp', { data: listing, headers });
  expect(answer.status()).toBe(401);
  const [, where = ''] =
    /resource_metadata="([^"]+)"/.exec(answer.headers()['www-authenticate'] ?? '') ?? [];
  const metadata = await request.get(where);
  expect(metadata.status()).toBe(200);
  const { resource } = (await metadata.json()) as { resource: string };
  expect(new URL(resource).pathname).toBe('/mcp');
});
