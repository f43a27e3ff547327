import { cp, copyFile, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageRecipe } from '../image.ts';
import { npmPackage, type NpmPackage } from '../npm-package.ts';
import { nodePackage } from './node-binary.ts';

const npm: NpmPackage = {
  name: 'npm',
  version: '11.21.2',
  integrity:
    'sha512-7HPApk+AflMUavSseL1Pm6CnYqMIHk53x+KmuhqmTDqPkjPMgxIpTPcTqsE91EKNw4gFBJV9fnXiSdGm1DXq9A==',
};

/** What apps are built from source on: Node, npm and a shell. */
export function nodeRecipe(): ImageRecipe {
  const { version, binary } = nodePackage();
  return {
    name: 'node',
    root: {
      variant: 'extract',
      packages: [
        'base-files',
        'ca-certificates',
        'coreutils',
        'dash',
        'findutils',
        'grep',
        'libc-bin',
        'libgcc-s1',
        'libstdc++6',
        'netbase',
        'sed',
        'tzdata',
      ],
      hooks: [],
    },
    overlays: ['common'],
    config: [
      'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'ENV LANG=C.UTF-8',
      'CMD ["node"]',
    ],
    filled: { node: version, npm: npm.version },
    fill: async (folder, work) => {
      const modules = join(folder, 'usr/local/lib/node_modules');
      const bin = join(folder, 'usr/local/bin');
      await mkdir(modules, { recursive: true });
      await mkdir(bin, { recursive: true });
      await copyFile(binary, join(bin, 'node'));
      await cp(await npmPackage(npm, work), join(modules, 'npm'), { recursive: true });
      for (const name of ['npm', 'npx']) {
        await symlink(`../lib/node_modules/npm/bin/${name}-cli.js`, join(bin, name));
      }
    },
  };
}
