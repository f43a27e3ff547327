import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from '@todo-chatbot/rollout';
import { workspaceRoot } from '../nx.ts';

/** A copy of the working tree with a history of its own, to edit and deploy from. */
export interface ScratchClone {
  root: string;
  /** Replaces text in a file and commits it; a text that is not there is an error. */
  edit(file: string, from: string, to: string): Promise<void>;
  /** Changes a file's text and commits it; a text that stays as it is is an error. */
  change(file: string, how: (text: string) => string): Promise<void>;
  remove(): void;
}

const identity = ['-c', 'user.name=verify', '-c', 'user.email=verify@localhost'];

/**
 * Copies what git tracks, or would track, beside the workspace (so that the
 * packages can be hard links), and commits it. Nothing done in the copy
 * reaches the developer's own tree.
 */
export async function scratchClone(): Promise<ScratchClone> {
  const root = mkdtempSync(join(dirname(workspaceRoot), '.todo-verify-'));
  const git = (...args: string[]) => run('git', [...identity, ...args], { cwd: root });
  const listed = await run('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: workspaceRoot,
  });
  for (const file of listed.stdout.split('\0').filter(Boolean)) {
    cpSync(join(workspaceRoot, file), join(root, file), { verbatimSymlinks: true });
  }
  await run('cp', ['-al', join(workspaceRoot, 'node_modules'), root]);
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message=As it is');

  const change: ScratchClone['change'] = async (file, how) => {
    const path = join(root, file);
    const text = await readFile(path, 'utf8');
    const changed = how(text);
    if (changed === text) throw new Error(`${file} does not hold what was to be changed`);
    // Not in place: the file may be a hard link to the developer's own.
    rmSync(path);
    writeFileSync(path, changed);
    await git('commit', '--quiet', '--all', `--message=Edit ${file}`);
  };
  return {
    root,
    change,
    edit: (file, from, to) => change(file, (text) => text.replace(from, to)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
