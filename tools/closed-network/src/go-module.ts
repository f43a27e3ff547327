import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { home } from './machine.ts';
import { runTool } from './tool.ts';
import type { Work } from './work.ts';

/** The Go modules here: what a cluster is made of, tools that can wait, and one that wants dependencies of its own. */
export type GoModule = 'go' | 'go-tools' | 'go-compose';

/** The folder of a module's go.mod. */
export function moduleRoot(module: GoModule): string {
  return join(home, module);
}

/** The version of a requirement, as go.mod pins it. */
export async function pinnedVersion(path: string, module: GoModule = 'go'): Promise<string> {
  const version = requirement(await readFile(join(moduleRoot(module), 'go.mod'), 'utf8'), path);
  if (!version) throw new Error(`${module}/go.mod does not require ${path}`);
  return version;
}

/** The version that the text of a go.mod requires of `path`. */
export function requirement(goMod: string, path: string): string | undefined {
  const line = goMod
    .split('\n')
    .map((text) => text.replace(/^require /, '').trim())
    .find((text) => text.startsWith(`${path} v`));
  return line?.split(' ')[1];
}

/** The Go version that the text of a go.mod asks for, such as 1.26.4. */
export function goDirective(goMod: string): string {
  const version = /^go (\S+)$/m.exec(goMod)?.[1];
  if (!version) throw new Error('a go.mod without a go line');
  return version;
}

/** The unpacked source of a required module, checked against go.sum. */
export async function moduleSource(go: string, path: string, work: Work = {}): Promise<string> {
  const { stdout } = await runTool(go, ['mod', 'download', '-json', path], {
    cwd: moduleRoot('go'),
    env: goEnvironment(),
    log: work.log,
  });
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}

/** What every call of go gets, so that a user's own settings do not change what is built. */
export function goEnvironment(): Record<string, string> {
  return { CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: 'local', GO111MODULE: 'on' };
}
