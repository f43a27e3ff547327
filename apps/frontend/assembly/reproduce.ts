import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const project = join(import.meta.dirname, '..');
const dist = join(project, 'dist');

const fingerprints = () =>
  new Map(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        relative(dist, file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );

/** Builds once more from nothing and compares every file with what is there. */
const before = fingerprints();
rmSync(join(project, '.next'), { recursive: true, force: true });
const options = { cwd: project, stdio: 'ignore' } as const;
execFileSync('next', ['build'], options);
execFileSync(process.execPath, ['assembly/main.ts'], options);
const after = fingerprints();

const different = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (different.length > 0) {
  process.stderr.write(`Two builds of one source differ in:\n${different.join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`Built twice: the same ${after.size} files, byte for byte.\n`);
}
