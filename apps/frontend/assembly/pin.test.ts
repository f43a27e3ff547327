import { beforeEach, describe, expect, it } from 'vitest';
import { buildIdPlaceholder, pin, type Tree } from './pin.ts';

const next = 'apps/frontend/.next';
let made = 0;

/** What Next writes: keys are new in every build, and the folder of the build is everywhere. */
function build(workspace: string, page = 'hello'): Tree {
  const key = `random-${(made += 1)}`;
  const actions = JSON.stringify({ node: {}, edge: {}, encryptionKey: key });
  const files = {
    'apps/frontend/server.js': `start("${workspace}")`,
    [`${next}/required-server-files.json`]: JSON.stringify({ root: workspace }),
    [`${next}/prerender-manifest.json`]: JSON.stringify({ version: 4, preview: { id: key } }),
    [`${next}/server/preview-props.json`]: JSON.stringify({ id: key }),
    [`${next}/server/server-reference-manifest.json`]: actions,
    [`${next}/server/server-reference-manifest.js`]: `self.__RSC=${actions}`,
    [`${next}/static/${buildIdPlaceholder}/_manifest.js`]: `id("${buildIdPlaceholder}")`,
    [`${next}/BUILD_ID`]: buildIdPlaceholder,
    [`${next}/server/page.html`]: page,
  };
  return new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
}

const pinned = (tree: Tree, workspace: string) => {
  pin(tree, workspace);
  return Object.fromEntries([...tree].map(([path, bytes]) => [path, String(bytes)]));
};

let one: Record<string, string>;

beforeEach(() => {
  one = pinned(build('/home/a/todo'), '/home/a/todo');
});

it('two builds of the same input are the same, wherever they were made', () => {
  expect(pinned(build('/srv/b'), '/srv/b')).toEqual(one);
});

describe('the build id', () => {
  it('follows the content', () => {
    const other = pinned(build('/srv/b', 'hello again'), '/srv/b');
    expect(other[`${next}/BUILD_ID`]).toMatch(/^\d+$/);
    expect(other[`${next}/BUILD_ID`]).not.toBe(one[`${next}/BUILD_ID`]);
  });

  it('names the static folder and stands in its files', () => {
    const id = one[`${next}/BUILD_ID`];
    expect(one[`${next}/static/${id}/_manifest.js`]).toBe(`id("${id}")`);
    expect(JSON.stringify(one)).not.toContain(buildIdPlaceholder);
  });
});

it('preview mode can be entered by nobody: no header and no cookie can carry its id', () => {
  const { preview } = JSON.parse(one[`${next}/prerender-manifest.json`]!) as {
    preview: { previewModeId: string };
  };
  expect(() => encodeURIComponent(preview.previewModeId)).toThrow(URIError);
  expect(() => new Headers({ 'x-prerender-revalidate': preview.previewModeId })).toThrow(TypeError);
});

it('a server action without an encryption key is refused', () => {
  const tree = build('/srv/b');
  const path = `${next}/server/server-reference-manifest.json`;
  tree.set(path, Buffer.from(JSON.stringify({ node: { abc: {} }, edge: {} })));
  expect(() => pin(tree, '/srv/b')).toThrow(/There is a server action/);
});

it('a file that still names the folder of the build is refused', () => {
  const tree = build('/srv/b').set(`${next}/server/new.js`, Buffer.from('require("/srv/b/x")'));
  expect(() => pin(tree, '/srv/b')).toThrow(/new\.js names the folder/);
});

it('a build that lacks an expected file is refused', () => {
  const tree = build('/srv/b');
  tree.delete(`${next}/server/preview-props.json`);
  expect(() => pin(tree, '/srv/b')).toThrow(/preview-props\.json; does this Next work/);
});
