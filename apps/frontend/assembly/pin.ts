import { createHash } from 'node:crypto';

/** What `next.config.ts` returns as the build id, to be replaced by {@link contentId}. */
export const buildIdPlaceholder = 'content-hash-goes-here';

/** The files of one build: path to bytes. */
export type Tree = Map<string, Buffer>;

const next = 'apps/frontend/.next';

function edit(tree: Tree, path: string, change: (text: string) => string): void {
  const bytes = tree.get(path);
  if (!bytes) throw new Error(`next build made no ${path}; does this Next work differently?`);
  tree.set(path, Buffer.from(change(bytes.toString('utf8'))));
}

// No request can carry a lone surrogate, neither in a header nor percent-encoded in a cookie, so
// preview mode (which this app does not use) can be entered by nobody. Next makes a new random
// key for each build instead, and with it two builds of one source would never be the same.
const unreachable = '\ud800';
const previewKeys = {
  previewModeId: unreachable,
  previewModeSigningKey: unreachable,
  previewModeEncryptionKey: unreachable,
};

function pinPreviewKeys(tree: Tree): void {
  edit(tree, `${next}/prerender-manifest.json`, (text) =>
    JSON.stringify({ ...(JSON.parse(text) as object), preview: previewKeys }),
  );
  edit(tree, `${next}/server/preview-props.json`, () => JSON.stringify(previewKeys));
}

/** The key would encrypt what server actions close over. There are none, so there is no key. */
function dropActionKey(tree: Tree): void {
  edit(tree, `${next}/server/server-reference-manifest.json`, (text) => {
    const manifest = JSON.parse(text) as Record<'node' | 'edge', object>;
    const actions = Object.keys({ ...manifest.node, ...manifest.edge });
    if (actions.length > 0) {
      throw new Error('There is a server action, but no encryption key: see assembly/pin.ts.');
    }
    return JSON.stringify({ ...manifest, encryptionKey: '' });
  });
  const json = String(tree.get(`${next}/server/server-reference-manifest.json`));
  edit(
    tree,
    `${next}/server/server-reference-manifest.js`,
    () => `self.__RSC_SERVER_MANIFEST=${JSON.stringify(json)}`,
  );
}

/** Makes the build independent of the folder it was made in. */
function relocate(tree: Tree, workspace: string): void {
  for (const path of ['apps/frontend/server.js', `${next}/required-server-files.json`]) {
    edit(tree, path, (text) => text.replaceAll(workspace, '/app'));
  }
  for (const [path, bytes] of tree) {
    if (bytes.includes(workspace)) throw new Error(`${path} names the folder of the build.`);
  }
}

/** Digits only: a hash with the letters "ad" in it is eaten by advertisement blockers. */
function contentId(tree: Tree): string {
  const hash = createHash('sha256');
  for (const path of [...tree.keys()].sort()) {
    hash
      .update(path)
      .update('\0')
      .update(
        createHash('sha256')
          .update(tree.get(path) ?? '')
          .digest(),
      );
  }
  return hash.digest().readBigUInt64BE().toString();
}

/** Browsers that hold an older page notice the id and load anew, so it follows the content. */
function nameBuild(tree: Tree): void {
  const id = contentId(tree);
  for (const [path, bytes] of [...tree]) {
    if (bytes.includes(buildIdPlaceholder)) {
      tree.set(path, Buffer.from(bytes.toString('utf8').replaceAll(buildIdPlaceholder, id)));
    }
    if (path.includes(buildIdPlaceholder)) {
      tree.set(path.replaceAll(buildIdPlaceholder, id), tree.get(path) as Buffer);
      tree.delete(path);
    }
  }
}

// A server of small pages needs no young generation of 48 MB: 13 MB less when idle. Its greatest
// size is fixed before this line runs, but how fast it grows is not.
const thrift = "(await import('node:v8')).setFlagsFromString('--semi-space-growth-factor=1');\n";

const saveMemory = (tree: Tree) => edit(tree, 'apps/frontend/server.js', (text) => thrift + text);

/** Takes everything out of a build that is random or of this machine: same input, same bytes. */
export function pin(tree: Tree, workspace: string): void {
  pinPreviewKeys(tree);
  dropActionKey(tree);
  relocate(tree, workspace);
  saveMemory(tree);
  nameBuild(tree);
}
