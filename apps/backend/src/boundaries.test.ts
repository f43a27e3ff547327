import { join } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, expect, it } from 'vitest';

let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint({
    cwd: join(import.meta.dirname, '..'),
    ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
  });
});

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ message }) => message) ?? [];
}

it.each([
  ['src/modules/tasks/x.ts', '../../http/server.ts', 'Use cases know no door'],
  ['src/modules/tasks/x.ts', '../../infra/database/database.ts', 'Use cases know no door'],
  ['src/modules/tasks/x.ts', 'drizzle-orm', 'Use cases know no framework'],
  ['src/modules/tasks/x.ts', 'fastify', 'Use cases know no framework'],
  ['src/infra/mail/x.ts', '../../http/problem.ts', 'does not know who calls'],
  ['src/http/routes/x.ts', '../../infra/database/database.ts', 'A door reaches neither'],
  ['src/mcp/x.ts', '../http/server.ts', 'A door reaches neither'],
  ['src/jobs/x.ts', '../infra/mail/resend.ts', 'A door reaches neither'],
])('%s may not import %s', async (file, target, message) => {
  const found = await complaints(file, `import { x } from '${target}';\nexport { x };\n`);
  expect(found).toEqual([expect.stringContaining(message)]);
});

it.each([
  ['src/http/routes/x.ts', '../../modules/tasks/task-service.ts'],
  ['src/infra/database/x.ts', '../../modules/tasks/task-store.ts'],
  ['src/modules/tasks/x.ts', '../app-error.ts'],
  ['src/app.ts', './infra/database/database.ts'],
])('%s may import %s', async (file, target) => {
  expect(await complaints(file, `import { x } from '${target}';\nexport { x };\n`)).toEqual([]);
});

it('only entries read the environment', async () => {
  const code = `export const home = process.env['HOME'];\n`;
  expect(await complaints('src/http/x.ts', code)).toHaveLength(1);
  expect(await complaints('src/main.ts', code)).toEqual([]);
});
