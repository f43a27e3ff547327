import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { compilePackages } from './compile-cache.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A program of three entries and two packages, one of which is imported later. */
function program(): string {
  const dist = mkdtempSync(join(tmpdir(), 'todo-compiled-'));
  folders.push(dist);
  const write = (path: string, text: string) => writeFileSync(join(dist, path), text);
  mkdirSync(join(dist, 'packages'));
  write('package.json', '{ "type": "module" }');
  write('packages/say.js', 'export const say = (words) => process.stdout.write(words);');
  write('packages/late.js', 'export default (words) => words;');
  write('main.js', 'import { say } from "./packages/say.js";\nsay("hello");');
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

/** Runs a script with the folder where the image has it, for this user; answers what Node says too. */
function runCompiled(dist: string, script: string): string {
  const cache = join(dist, 'cache');
  for (const name of readdirSync(join(dist, 'compiled-packages'))) {
    const own = name.replace(/-1001$/, `-${process.getuid?.()}`);
    cpSync(join(dist, 'compiled-packages', name), join(cache, own), { recursive: true });
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

it('Node accepts what was compiled of a package', async () => {
  const dist = program();
  await compilePackages(dist);
  const log = runCompiled(dist, 'main.js');
  expect(log).toContain('hello');
  expect(log).toMatch(/packages\/say\.js was accepted/);
  expect(log).not.toContain('rejected');
  const ofPackages = log.split('\n').filter((line) => line.includes('/packages/'));
  expect(ofPackages.join('\n')).not.toMatch(/rejected|ENOENT|writing cache/);
});

it('a package that is imported later is compiled too', async () => {
  const dist = program();
  await compilePackages(dist);
  expect(runCompiled(dist, 'healthcheck.js')).toMatch(/packages\/late\.js was accepted/);
});

it('the same packages are compiled to the same bytes, wherever they lie', async () => {
  const [one, other] = [program(), program()];
  await compilePackages(one);
  await compilePackages(other);
  expect(content(other)).toEqual(content(one));
});

it('after an edit of own code what was compiled is left alone', async () => {
  const dist = program();
  await compilePackages(dist);
  const before = statSync(join(dist, 'compiled-packages')).ino;
  writeFileSync(
    join(dist, 'main.js'),
    'import { say } from "./packages/say.js";\nsay("good day");',
  );
  await compilePackages(dist);
  expect(statSync(join(dist, 'compiled-packages')).ino).toBe(before);
});

it('when own code takes another package, all is as if compiled from nothing', async () => {
  const [dist, fresh] = [program(), program()];
  await compilePackages(dist);
  for (const each of [dist, fresh]) {
    writeFileSync(join(each, 'packages/other.js'), 'export const other = () => "other";');
    writeFileSync(join(each, 'main.js'), 'import { other } from "./packages/other.js";\nother();');
    writeFileSync(join(each, 'migrate.js'), '');
    await compilePackages(each);
  }
  expect(content(dist)).toEqual(content(fresh));
  expect(runCompiled(dist, 'main.js')).toMatch(/packages\/other\.js was accepted/);
});

it('packages that cannot be linked are refused with the reason', async () => {
  const dist = program();
  writeFileSync(join(dist, 'packages/say.js'), 'import "missing"; export const say = () => {};');
  await expect(compilePackages(dist)).rejects.toThrow(/cannot be linked[^]*missing/);
});
