import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { goDirective, moduleRoot, pinnedVersion, requirement, type GoModule } from './go-module.ts';
import { goGroups, type GoGroup } from './go-programs.ts';

const sample =
  'module x\n\ngo 1.26.4\n\nrequire a.b/c v1.2.3\n\nrequire (\n\ta.b/c/v2 v2.0.0 // indirect\n)\n';

test('a requirement is found in both spellings, and only under its whole name', () => {
  expect(requirement(sample, 'a.b/c')).toBe('v1.2.3');
  expect(requirement(sample, 'a.b/c/v2')).toBe('v2.0.0');
  expect(requirement(sample, 'a.b')).toBeUndefined();
});

test('the go line says which Go is needed', () => {
  expect(goDirective(sample)).toBe('1.26.4');
  expect(() => goDirective('module x\n')).toThrow();
});

describe('the pinned modules', () => {
  const text = (module: GoModule) => readFile(join(moduleRoot(module), 'go.mod'), 'utf8');

  test('every staging module of Kubernetes is replaced by the release of the same day', async () => {
    const kubernetes = await pinnedVersion('k8s.io/kubernetes');
    const staging = kubernetes.replace('v1.', 'v0.');
    const replaced = (await text('go')).matchAll(/^\t(k8s\.io\/\S+) => \1 (\S+)$/gm);
    const versions = [...replaced].map(([, , version]) => version);
    expect(versions.length).toBeGreaterThan(30);
    expect(new Set(versions)).toEqual(new Set([staging]));
  });

  test('every program that is built is a tool of its module', async () => {
    for (const group of Object.values(goGroups) as GoGroup[]) {
      const goMod = await text(group.module);
      for (const path of Object.values(group.programs)) {
        if (!path.startsWith('./')) expect(goMod).toMatch(new RegExp(`^\\t${path}$`, 'm'));
      }
    }
  });
});
