import { expect, it } from 'vitest';
import { handOver, takePackageImports } from './package-imports.ts';

const own = `
import pg, { Pool } from "pg";
import {
  task,
  z as z2
} from "zod";
import * as all from "all/of-it";
import "run";
import { join } from "node:path";
import { own } from "./own.js";
say("import x from 'no-statement'");
`.trimStart();

it('imports of packages are taken out, in every form, and all else stays', () => {
  const { taken, rest } = takePackageImports(own);
  expect(taken).toEqual([
    ['pg', 'default', 'pg'],
    ['pg', 'Pool', 'Pool'],
    ['zod', 'task', 'task'],
    ['zod', 'z', 'z2'],
    ['all/of-it', '*', 'all'],
    ['run', '', ''],
  ]);
  expect(rest.split('\n').slice(0, 3)).toEqual([
    'import { join } from "node:path";',
    'import { own } from "./own.js";',
    `say("import x from 'no-statement'");`,
  ]);
});

it('what is taken is handed over under a number, and gets its own names again', () => {
  const { source, importFrom } = handOver([
    ['zod', 'z', 'z1'],
    ['zod', 'z', 'z2'],
    ['pg', 'default', 'pg'],
    ['run', '', ''],
  ]);
  expect(source).toBe(
    'export { default as _0 } from "pg";\nimport "run";\nexport { z as _2 } from "zod";\n',
  );
  expect(importFrom('./x.js')).toBe('import { _2 as z1, _2 as z2, _0 as pg } from "./x.js";\n');
});

it('the same things taken in another order, or under other names, are the same module', () => {
  const one = handOver([...[['a', 'x', 'x']], ['b', 'y', 'y']] as [string, string, string][]);
  const other = handOver([...[['b', 'y', 'y2']], ['a', 'x', 'x']] as [string, string, string][]);
  expect(other.name).toBe(one.name);
  expect(handOver([['a', 'y', 'y']]).name).not.toBe(one.name);
});
