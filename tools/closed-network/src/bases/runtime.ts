import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageRecipe } from '../image.ts';
import { runTool } from '../tool.ts';
import { nodePackage } from './node-binary.ts';

/** What finished apps stand on: Node and the libraries it needs, no shell, no package manager. */
export function runtimeRecipe(): ImageRecipe {
  const { version, binary } = nodePackage();
  return {
    name: 'runtime',
    root: {
      variant: 'extract',
      packages: [
        'base-files',
        'ca-certificates',
        'libc6',
        'libgcc-s1',
        'libstdc++6',
        'netbase',
        'tzdata',
      ],
      // The certificates' package brings openssl, which nothing here runs or links.
      hooks: [
        'rm -rf "$1"/usr/bin/* "$1"/usr/sbin/* "$1"/usr/lib/*/libcrypto.so* "$1"/usr/lib/*/libssl.so* "$1"/usr/lib/*/ossl-modules "$1"/usr/lib/*/engines-3',
      ],
    },
    overlays: ['common'],
    config: [
      'ENV PATH=/nodejs/bin:/usr/local/bin:/usr/bin:/bin',
      'ENV LANG=C.UTF-8',
      'WORKDIR /',
      'USER 65532',
      'CMD ["/nodejs/bin/node"]',
    ],
    filled: { node: version },
    fill: async (folder, work) => {
      const bin = join(folder, 'nodejs', 'bin');
      await mkdir(bin, { recursive: true });
      // Symbols are 18 of its 127 MB, and a crash report of V8 does not use them.
      await runTool('strip', ['-o', join(bin, 'node'), binary], {
        log: work.log,
        package: 'binutils',
      });
    },
  };
}
