import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';
import { buildIdPlaceholder, type Tree } from './pin.ts';

const files = 'apps/frontend/.next/static/';

/** Everything a page can ask for later; fonts are many, and each device needs one or two. */
const isKept = (path: string) => /\.(?:js|css)$/.test(path) && !path.includes(buildIdPlaceholder);

function fill(source: string, hole: string, value: string): string {
  if (source.split(hole).length !== 2) throw new Error(`The service worker has no ${hole}.`);
  return source.replace(hole, () => value);
}

/** The service worker of a build: its source without types, and with the build's files written in. */
export function serviceWorker(source: string, tree: Tree): string {
  const assets = [...tree.keys()]
    .filter((path) => path.startsWith(files) && isKept(path))
    .map((path) => `/_next/static/${path.slice(files.length)}`)
    .sort();
  const version = createHash('sha256').update(assets.join('\n')).digest('hex').slice(0, 12);
  const script = stripTypeScriptTypes(source, { mode: 'strip' });
  const listed = fill(script, "JSON.parse('[]')", JSON.stringify(assets));
  return fill(listed, "version = 'none'", `version = '${version}'`);
}
