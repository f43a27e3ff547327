import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { compileAhead } from './compile-cache.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A program of three entries and two packages, one of which is imported later. */
function program(greeting = 'hello'): string {
  const dist = mkdtempSync(join(tmpdir(), 'todo-compiled-'));
  folders.push(dist);
  const write = (path: string, text: string) => writeFileSync(join(dist, path), text);
  mkdirSync(join(dist, 'packages'));
  write('package.json', '{ "type": "module" }');
  write('packages/say.js', 'export const say = (words) => process.stdout.write(words);');
  write('packages/late.js', 'export default (words) => words;');
  write('main.js', `import { say } from "./packages/say.js";\nsay("${greeting}");`);
  write('serve.js', '');
  write('migrate.js', 'import { say } from "./packages/say.js";\nsay("migrated");');
  write('healthcheck.js', 'await import("./packages/late.js");');
  return dist;
}

const content = (dist: string) =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(dist.length), readFileSync(path, 'base64')])
    .sort();

/** Puts the folders together as the image does, for this user; answers what Node says of a run. */
function runCompiled(dist: string, script: string): string {
  const cache = join(dist, 'cache');
  for (const from of ['compiled-packages', 'compiled']) {
    for (const name of readdirSync(join(dist, from)).filter((entry) => entry.startsWith('v'))) {
      const own = name.replace(/-1001$/, `-${process.getuid?.()}`);
      cpSync(join(dist, from, name), join(cache, own), { recursive: true });
    }
  }
  const { stdout, stderr } = spawnSync(process.execPath, [join(dist, script)], {
    env: {
      NODE_COMPILE_CACHE: cache,
      NODE_COMPILE_CACHE_PORTABLE: '1',
      NODE_DEBUG_NATIVE: 'COMPILE_CACHE',
    },
    encoding: 'utf8',
  });
  return stdout + stderr;
}

it('Node accepts what was compiled of own code and of packages, and compiles nothing', async () => {
  const dist = program();
  await compileAhead(dist);
  const log = runCompiled(dist, 'main.js');
  expect(log).toContain('hello');
  expect(log).toMatch(/main\.js was accepted/);
  expect(log).toMatch(/packages\/say\.js was accepted/);
  expect(log).not.toMatch(/rejected|ENOENT|writing cache/);
});

it('what is imported later is compiled too when it is a package', async () => {
  const dist = program();
  await compileAhead(dist);
  expect(runCompiled(dist, 'healthcheck.js')).toMatch(/packages\/late\.js was accepted/);
});

it('the same program is compiled to the same bytes, wherever it lies', async () => {
  const [one, other] = [program(), program()];
  await compileAhead(one);
  await compileAhead(other);
  expect(content(other)).toEqual(content(one));
});

it('after an edit the packages are kept, and all is as if built from nothing', async () => {
  const dist = program();
  await compileAhead(dist);
  const edited = program('good day');
  cpSync(join(dist, 'compiled-packages'), join(edited, 'compiled-packages'), { recursive: true });
  const fresh = program('good day');
  await compileAhead(edited);
  await compileAhead(fresh);
  expect(content(edited)).toEqual(content(fresh));
  expect(content(edited)).not.toEqual(content(dist));
});

it('a program that cannot be linked is refused with the reason', async () => {
  const dist = program();
  writeFileSync(join(dist, 'migrate.js'), 'import "./packages/say.js"; import "missing";');
  await expect(compileAhead(dist)).rejects.toThrow(/cannot be linked[^]*missing/);
});
