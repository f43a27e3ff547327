import { mkdir, rename } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { goEnvironment, moduleRoot, pinnedVersion } from './go-module.ts';
import { goGroups, type GoGroup, type GoGroupName } from './go-programs.ts';
import { ensureGo } from './go-toolchain.ts';
import { linkProgram } from './link.ts';
import { architecture, cacheDir } from './machine.ts';
import { produce } from './produce.ts';
import { runTool } from './tool.ts';
import type { Work } from './work.ts';

/** How many packages Go reports before a person is told again. */
const stride = 200;
const gibibyte = 2 ** 30;

/** The folder that a group of Go programs was built into; its name changes with what they are built from. */
export async function goPrograms(name: GoGroupName, work: Work = {}): Promise<string> {
  const target = join(cacheDir(), 'go', `${name}-${await groupFingerprint(name)}`);
  return produce(target, (part) => compile(goGroups[name], part, work), work);
}

/** The path of a single Go program in the bin folder. */
export async function goTool(
  name: Exclude<GoGroupName, 'cluster' | 'storage' | 'metrics'>,
  work: Work = {},
): Promise<string> {
  return linkProgram(name, join(await goPrograms(name, work), name));
}

/** Twelve hex digits for everything that decides what a group's programs will be. */
export function groupFingerprint(name: GoGroupName): Promise<string> {
  const group: GoGroup = goGroups[name];
  const root = moduleRoot(group.module);
  const own = Object.values(group.programs).filter((path) => path.startsWith('./'));
  return fingerprint({
    values: [group, architecture()],
    paths: ['go.mod', 'go.sum', ...own].map((path) => join(root, path)),
  });
}

async function compile(group: GoGroup, part: string, work: Work): Promise<void> {
  const go = await ensureGo(work);
  work.note?.(`compiling ${group.title}`);
  await mkdir(part, { recursive: true });
  const packages = Object.values(group.programs);
  const flags = ['-v', '-trimpath', '-buildvcs=false', '-ldflags', await linkerFlags(group)];
  let count = 0;
  await runTool(go, ['build', ...flags, '-o', `${part}/`, ...packages], {
    cwd: moduleRoot(group.module),
    env: { ...goEnvironment(), ...garbage(totalmem()) },
    log: work.log,
    onLine: (line) => {
      if (!/^[\w.-]+(\/\S+)*$/.test(line) || ++count % stride !== 0) return;
      work.note?.(`compiling ${group.title}: ${count} packages`);
    },
  });
  for (const [name, path] of Object.entries(group.programs)) {
    if (goName(path) !== name) await rename(join(part, goName(path)), join(part, name));
  }
}

/** The name that `go build` gives to the program of a package. */
export function goName(path: string): string {
  return basename(path.replace(/\/v\d+$/, ''));
}

async function linkerFlags({ variables = {}, module }: GoGroup): Promise<string> {
  const flags = Object.entries(variables).map(async ([name, value]) => {
    const required = /^\{(.+)\}$/.exec(value)?.[1];
    return `-X ${name}=${required ? await pinnedVersion(required, module) : value}`;
  });
  return ['-s', '-w', ...(await Promise.all(flags))].join(' ');
}

/** With memory to spare the compiler is quicker when it seldom collects garbage. */
export function garbage(memory: number): Record<string, string> {
  return memory >= 8 * gibibyte ? { GOGC: '400', GOMEMLIMIT: '2GiB' } : {};
}
