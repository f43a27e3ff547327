#!/usr/bin/env node
// A stand-in for minikube 1.38 with the docker driver, for machines where it
// cannot be had. It does what the real one was seen to do, its traps included.
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Buffer } from 'node:buffer';
import process from 'node:process';

const dir = process.env.DOUBLE_DIR;
const args = process.argv.slice(2);
appendFileSync(join(dir, 'calls'), `${args.join(' ')}\n`);

// Without a name it is the profile "minikube", never kubectl's context.
const named = args[0] === '--profile' ? args.splice(0, 2)[1] : 'minikube';
const file = join(dir, `${named}.json`);
const profile = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
const save = (changes) => writeFileSync(file, JSON.stringify({ ...profile, ...changes }));
const end = (code, text = '') => {
  if (text) process.stdout.write(`${text}\n`);
  process.exit(code);
};
const fullName = (name) => (name.includes('/') ? name : `docker.io/library/${name}`);

function start(flags) {
  if (process.getuid() === 0 && !flags.includes('--force')) {
    end(
      64,
      'X Exiting due to DRV_AS_ROOT: The "docker" driver should not be used with root privileges.',
    );
  }
  writeFileSync(process.env.KUBECONFIG, readFileSync(join(dir, 'kubeconfig')));
  save({ state: 'running', images: profile?.images ?? {}, pulled: {} });
}

async function loadImage([what]) {
  // Silent on a stopped cluster, a warning for a missing image: nothing loaded, exit 0.
  if (profile.state !== 'running') end(0);
  if (what !== '-') end(0, `! Unable to add "${what}" to the cache: was not found`);
  const archive = Buffer.concat(await Array.fromAsync(process.stdin));
  const manifest = execFileSync('tar', ['-xOf', '-', 'manifest.json'], { input: archive });
  const [{ Config, RepoTags }] = JSON.parse(manifest.toString());
  const id = /[0-9a-f]{64}/.exec(Config)[0];
  const images = Object.fromEntries(RepoTags.map((tag) => [fullName(tag), id]));
  save({ images: { ...profile.images, ...images } });
}

function listImages() {
  if (profile.state !== 'running') end(0);
  const rows = Object.entries(profile.images).map(([tag, id]) => ({
    id,
    repoDigests: [],
    repoTags: [tag],
    size: '1',
  }));
  end(0, JSON.stringify(rows));
}

/** The node's docker, as far as the registry addon is used with it. */
function ssh([, , command, ...rest]) {
  if (!existsSync(join(dir, 'registry'))) end(1, 'connection refused');
  const id = readFileSync(join(dir, 'registry'), 'utf8');
  if (command === 'pull') save({ pulled: { [rest.at(-1)]: id } });
  if (command === 'tag' && profile.pulled[rest[0]]) {
    save({ images: { ...profile.images, [fullName(rest[1])]: id } });
  }
}

const [command, ...rest] = args;
if (command === 'start') start(rest);
else if (command === 'status')
  end(profile ? { running: 0, paused: 2, stopped: 7 }[profile.state] : 85);
else if (command === 'delete') rmSync(file, { force: true });
else if (!profile) end(14, `Profile "${named}" not found.`);
else if (command === 'unpause') save({ state: 'running' });
else if (command === 'image' && rest[0] === 'load') await loadImage(rest.slice(1));
else if (command === 'image' && rest[0] === 'ls') listImages();
else if (command === 'ssh') ssh(rest);
else if (command !== 'update-context') end(64, `unknown command "${command}"`);
