import {
  chmod,
  link,
  mkdir,
  readFile,
  readdir,
  realpath,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { home } from '../machine.ts';
import { registryHosts } from '../registry-hosts.ts';
import { layOver } from '../root.ts';

/** What goes onto a node beside its operating system. */
export interface NodeFiles {
  /** The source of the kind module, which carries the node's scripts and units. */
  kind: string;
  /** Programs for /usr/bin, as paths. */
  programs: readonly string[];
  version: string;
  pause: string;
  storage: string;
}

const scripts = ['usr/local/bin', 'kind/bin'];
const services = ['containerd', 'kubelet', 'undo-mount-hacks'];

/** Lays out the files of a node in `folder`. */
export async function layOutNode(folder: string, files: NodeFiles): Promise<void> {
  await layOver(folder, [join(files.kind, 'images', 'base', 'files')]);
  await makeWritable(folder);
  await layOver(folder, [join(home, 'images', 'kind-node')]);
  // A module's archive does not keep who may run what.
  for (const place of scripts) {
    for (const name of await readdir(join(folder, place))) {
      await chmod(join(folder, place, name), 0o755);
    }
  }
  const hosts = registryHosts();
  await write(join(folder, hosts.path), hosts.content);
  await write(join(folder, 'kind/version'), files.version);
  await write(join(folder, 'kind/manifests/default-storage.yaml'), files.storage);
  await setSandboxImage(join(folder, 'etc/containerd/config.toml'), files.pause);
  await mkdir(join(folder, 'usr/bin'), { recursive: true });
  for (const program of files.programs) {
    await link(await realpath(program), join(folder, 'usr/bin', basename(program)));
  }
  await enableServices(folder);
}

async function enableServices(folder: string): Promise<void> {
  const wants = join(folder, 'etc/systemd/system/multi-user.target.wants');
  await mkdir(wants, { recursive: true });
  for (const service of services) {
    await symlink(`/etc/systemd/system/${service}.service`, join(wants, `${service}.service`));
  }
}

async function setSandboxImage(file: string, pause: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/(sandbox_image = )".*"/, `$1"${pause}"`));
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Go keeps the sources of modules read-only. */
async function makeWritable(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) await chmod(join(entry.parentPath, entry.name), 0o644);
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
