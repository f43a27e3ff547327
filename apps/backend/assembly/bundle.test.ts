import { expect, it } from 'vitest';
import { settle } from './bundle.ts';

const files = new Map([
  ['main.js', 'import "./zod-AAAAAAAA.js"; import("./door-BBBBBBBB.js"); say("./main.js");'],
  ['door-BBBBBBBB.js', 'import { z } from "./zod-AAAAAAAA.js";'],
  ['zod-AAAAAAAA.js', 'import "./core-CCCCCCCC.js"; say("./main.js");'],
  ['core-CCCCCCCC.js', ''],
]);

it('what is made of packages lies in a folder of its own, and every import finds it', () => {
  const settled = settle(files, new Set(['zod-AAAAAAAA.js', 'core-CCCCCCCC.js']));
  expect(Object.fromEntries(settled)).toEqual({
    'main.js':
      'import "./packages/zod-AAAAAAAA.js"; import("./door-BBBBBBBB.js"); say("./main.js");',
    'door-BBBBBBBB.js': 'import { z } from "./packages/zod-AAAAAAAA.js";',
    'packages/zod-AAAAAAAA.js': 'import "./core-CCCCCCCC.js"; say("./main.js");',
    'packages/core-CCCCCCCC.js': '',
  });
});
