import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { installed } from './install.ts';

it('a new version of pg-boss is noticed, so that its tables are brought up to date', () => {
  const entry = createRequire(import.meta.url).resolve('pg-boss');
  const manifest: unknown = JSON.parse(
    readFileSync(join(dirname(entry), '../package.json'), 'utf8'),
  );
  const { version } = z.object({ version: z.string() }).parse(manifest);
  expect(installed).toMatch(new RegExp(`^pg-boss ${version.replaceAll('.', '\\.')},`));
});
