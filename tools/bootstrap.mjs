#!/usr/bin/env node
/**
 * The first step of every npm script: `node tools/bootstrap.mjs <script.ts> [arguments]`.
 *
 * Installs the packages when they are missing or older than package-lock.json,
 * then runs the script with the Node that they brought. It has no dependency
 * and runs on any Node from 18 on, because it is what a bare machine runs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-from');

/** A problem that is told in two lines, without a stack. */
class Problem extends Error {
  constructor(what, cure, tail = '') {
    super(what);
    this.cure = cure;
    this.tail = tail;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function lockHash() {
  const lock = read(join(root, 'package-lock.json'));
  if (lock === undefined) {
    throw new Problem('package-lock.json is missing.', 'git checkout -- package-lock.json');
  }
  return createHash('sha256').update(lock).digest('hex');
}

/**
 * Whether what npm says it installed is what the lock file asks for. Packages
 * for other platforms may be absent. This spares a second install after an
 * `npm ci` that was typed by hand.
 */
function matchesLock() {
  const hidden = read(join(modules, '.package-lock.json'));
  if (hidden === undefined) return false;
  const installed = JSON.parse(hidden).packages;
  const wanted = JSON.parse(read(join(root, 'package-lock.json'))).packages;
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

function isInstalled(hash) {
  if (read(stamp) === hash) return true;
  if (!matchesLock()) return false;
  writeStamp(hash);
  return true;
}

/** A new file each time: the old one may be a hard link into another checkout. */
function writeStamp(hash) {
  rmSync(stamp, { force: true });
  writeFileSync(stamp, hash);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = Number(read(file));
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (owner > 0 ? !isAlive(owner) : age > 5_000) rmSync(file, { force: true });
  return false;
}

/** Two installs at once would spoil each other, so the second one waits for the first. */
async function withInstallLock(work) {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const file = join(tmpdir(), `todo-chatbot-install-${id}.lock`);
  for (let looks = 0; !tryLock(file); looks += 1) {
    if (looks === 10) {
      process.stderr.write(
        ` · packages   waiting for the install of process ${read(file)} (${file})\n`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
  }
}

/** npm by the path that npm itself gives its scripts, else by name. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.js$/.test(script)) return [process.execPath, [script]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
}

function explain(log) {
  const text = read(log) ?? '';
  const tail = text.trimEnd().split('\n').slice(-15).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/.test(text)) {
    return new Problem(
      'npm ci could not reach the package registry.',
      'check the network (and npm config get registry, proxy), then run the same command again',
      tail,
    );
  }
  if (/ENOSPC/.test(text)) {
    return new Problem('npm ci ran out of disk space.', `free some space for ${root}`, tail);
  }
  return new Problem('npm ci failed.', `see ${log}, then run the same command again`, tail);
}

async function install(hash) {
  const began = Date.now();
  const logs = join(tmpdir(), 'todo-chatbot');
  mkdirSync(logs, { recursive: true });
  const log = join(logs, `npm-ci-${process.pid}.log`);
  const say = (mark, text) => {
    const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
    process.stderr.write(` ${mark} ${'packages'.padEnd(10)} ${text.padEnd(58)} ${seconds} s\n`);
  };
  say('·', 'npm ci: the packages are missing or older than the lock file');
  const [command, first] = npmCommand();
  const flags = ['--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const output = openSync(log, 'w');
  const child = spawn(command, [...first, 'ci', ...flags], {
    cwd: root,
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new Problem(`npm could not be run: ${error.message}`, 'install npm 9 or newer')),
    );
    child.once('exit', (status, signal) => resolve(signal ?? status));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
  });
  closeSync(output);
  if (typeof code === 'string') throw new Problem('npm ci was interrupted.', 'run it again');
  if (code !== 0) throw explain(log);
  writeStamp(hash);
  rmSync(log, { force: true });
  say('✓', 'installed from package-lock.json');
}

function nodeBinary() {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node';
  const local = join(modules, '.bin', name);
  if (existsSync(local)) return local;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Problem(
    `Node ${process.versions.node} is too old, and no package carries Node 24 for ${process.platform}-${process.arch}.`,
    'install Node 24 and run the same command again',
  );
}

/** Runs the script in our place: same terminal, same signals, same exit. */
function hand(script, args) {
  const bin = join(modules, '.bin');
  const child = spawn(nodeBinary(), [script, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  // A Ctrl-C reaches the whole foreground group by itself; passing it on would make two of it.
  const fromTerminal = process.stdin.isTTY === true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !fromTerminal) child.kill(signal);
    });
  }
  child.once('error', (error) => {
    process.stderr.write(` ${script} could not be run: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.once('exit', (status, signal) => {
    if (signal === null) process.exit(status ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

async function main() {
  const [script, ...args] = process.argv.slice(2);
  if (!script) {
    throw new Problem('No script was named.', 'node tools/bootstrap.mjs <script.ts> [arguments]');
  }
  const hash = lockHash();
  if (!isInstalled(hash)) {
    await withInstallLock(() => (isInstalled(hash) ? undefined : install(hash)));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  }
  hand(join(root, script), args);
}

main().catch((error) => {
  if (!(error instanceof Problem)) throw error;
  const tail = error.tail ? `\n${error.tail.replace(/^/gm, '   │ ')}` : '';
  process.stderr.write(`\n ${error.message}${tail}\n What to do: ${error.cure}\n`);
  process.exitCode = 1;
});
