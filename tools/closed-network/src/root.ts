import { cp, mkdir } from 'node:fs/promises';
import { runTool } from './tool.ts';
import type { Work } from './work.ts';

/** The Debian release that every image stands on. */
const suite = 'bookworm';

/** A root file system made of Debian packages and files of this project. */
export interface Root {
  /** `extract` only unpacks, and leaves no shell or package manager unless asked for; `minbase` installs. */
  variant: 'extract' | 'minbase';
  packages: readonly string[];
  /** Shell lines that run on the machine with the root as `$1`, after the packages. */
  hooks: readonly string[];
}

/** What nobody reads in a container; a fifth of a small root. */
const ballast = [
  'rm -rf "$1"/usr/share/doc "$1"/usr/share/man "$1"/usr/share/locale "$1"/usr/share/info',
  'rm -rf "$1"/usr/share/lintian "$1"/usr/share/bug "$1"/usr/share/zoneinfo/right',
  'rm -rf "$1"/usr/lib/*/gconv "$1"/var/cache/apt/* "$1"/var/log/apt "$1"/var/log/dpkg.log',
];

/** What the packages' scripts would have done where they are only unpacked. */
const unpacked = [
  'mkdir -p "$1"/etc/ssl/certs "$1"/var/tmp "$1"/usr/local/bin && chmod 1777 "$1"/var/tmp "$1"/tmp',
  'if [ -d "$1"/usr/share/ca-certificates ]; then cat "$1"/usr/share/ca-certificates/mozilla/*.crt > "$1"/etc/ssl/certs/ca-certificates.crt; fi',
];

/** Writes the root, with the files of `overlay` (a tar file) laid over it, as a tar file. */
export async function buildRoot(
  root: Root,
  { overlay, tar, work }: { overlay?: string; tar: string; work: Work },
): Promise<void> {
  const extracted = root.variant === 'extract';
  const files = overlay ? [`tar-in "${overlay}" /`] : [];
  const hooks = [...(extracted ? unpacked : []), ...root.hooks, ...ballast, ...files];
  const args = [
    `--variant=${root.variant}`,
    '--format=tar',
    `--include=${root.packages.join(',')}`,
    '--dpkgopt=force-unsafe-io',
    ...(extracted ? ['--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr'] : []),
    ...hooks.map((hook) => `--${extracted ? 'extract' : 'customize'}-hook=${hook}`),
    suite,
    tar,
  ];
  await runTool('mmdebstrap', args, {
    log: work.log,
    package: 'mmdebstrap debian-archive-keyring',
    // The same packages give the same bytes.
    env: { SOURCE_DATE_EPOCH: '0', TMPDIR: process.env.TMPDIR },
  });
}

/** Packs a folder's files as root's, with plain modes. */
export async function packTree(folder: string, tar: string, work: Work): Promise<void> {
  await runTool(
    'tar',
    ['--create', ...plainOwnership, `--file=${tar}`, `--directory=${folder}`, '.'],
    {
      log: work.log,
      package: 'tar',
    },
  );
}

/** Options for GNU tar that leave this machine's users, umask and clock out of the archive. */
const plainOwnership = [
  '--owner=0',
  '--group=0',
  '--numeric-owner',
  '--mode=u=rwX,go=rX',
  '--mtime=@0',
  '--sort=name',
  '--format=gnu',
];

/** Lays folders over what `target` holds already. */
export async function layOver(target: string, folders: readonly string[]): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const folder of folders) {
    await cp(folder, target, { recursive: true, verbatimSymlinks: true });
  }
}
