import { expect, test } from './test.ts';

test('an MCP client comes in through the address of the pages', async ({ page, person }) => {
  const refused = await page.request.post('/mcp', { data: {} });
  expect(refused.status()).toBe(401);
  const [, metadata = ''] =
    /resource_metadata="([^"]+)"/.exec(refused.headers()['www-authenticate'] ?? '') ?? [];
  expect(new URL(metadata).origin).toBe(new URL(page.url()).origin);
  expect(await (await page.request.get(metadata)).json()).toMatchObject({
    resource: new URL('/mcp', page.url()).href,
  });

  const made = await page.request.post('/api/v1/account/tokens', {
    data: { name: `Client of ${person.name}`, scopes: ['tasks:read', 'tasks:write'] },
    headers: { origin: new URL(page.url()).origin },
  });
  const { secret } = (await made.json()) as { secret: string };
  const answer = await page.request.post('/mcp', {
    headers: {
      authorization: `Bearer ${secret}`,
      accept: 'application/json, text/event-stream',
    },
    data: {
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: { name: 'add_task', arguments: { title: `Over MCP by ${person.name}` } },
    },
  });
  expect(answer.status()).toBe(200);
  await expect(page.getByText(`Over MCP by ${person.name}`)).toBeVisible();
});
