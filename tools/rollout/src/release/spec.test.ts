import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changedInputs } from './decision.ts';
import { hashInputs, helmValues, type ReleaseSpec } from './spec.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-spec-'));
  mkdirSync(join(root, 'chart/templates'), { recursive: true });
  writeFileSync(join(root, 'chart/Chart.yaml'), 'name: x');
  writeFileSync(join(root, 'chart/templates/service.yaml'), 'kind: Service');
  writeFileSync(join(root, 'secrets.yaml'), 'secrets: {}');
});

afterEach(() => rmSync(root, { recursive: true }));

function spec(changes: Partial<ReleaseSpec> = {}): ReleaseSpec {
  return {
    chart: join(root, 'chart'),
    valuesFiles: { secrets: join(root, 'secrets.yaml') },
    images: {
      backend: { path: ['image', 'backend'], repository: 'todo-backend', tag: '0123456789ab' },
    },
    values: { config: { frontendUrl: 'http://localhost:8080' } },
    ...changes,
  };
}

function changedBy(change: () => Partial<ReleaseSpec> | undefined): string[] {
  const before = hashInputs(spec());
  return changedInputs(before, hashInputs(spec(change())));
}

test('an image’s tag is its own input', () => {
  const images = {
    backend: { path: ['image', 'backend'], repository: 'todo-backend', tag: 'ba9876543210' },
  };
  expect(changedBy(() => ({ images }))).toEqual(['backend changed']);
});

test('a template, a values file and a setting are told apart', () => {
  const write = (file: string) => void writeFileSync(join(root, file), 'other');
  expect(changedBy(() => write('chart/templates/service.yaml'))).toEqual(['chart changed']);
  expect(changedBy(() => write('secrets.yaml'))).toEqual(['secrets changed']);
  expect(changedBy(() => ({ values: {} }))).toEqual(['settings changed']);
});

test('README and tests of the chart change nothing', () => {
  expect(
    changedBy(() => {
      writeFileSync(join(root, 'chart/README.md'), 'Words');
      mkdirSync(join(root, 'chart/tests'));
      writeFileSync(join(root, 'chart/tests/render.test.ts'), 'test');
      return undefined;
    }),
  ).toEqual([]);
});

test('the same chart elsewhere is the same', () => {
  cpSync(join(root, 'chart'), join(root, 'deep/clone/chart'), { recursive: true });
  expect(changedBy(() => ({ chart: join(root, 'deep/clone/chart') }))).toEqual([]);
});

test('every input fits into a Kubernetes label', () => {
  for (const value of Object.values(hashInputs(spec()))) {
    expect(value).toMatch(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/);
  }
});

test('Helm gets the tags with the settings', () => {
  expect(helmValues(spec())).toEqual({
    config: { frontendUrl: 'http://localhost:8080' },
    image: { backend: { repository: 'todo-backend', tag: '0123456789ab' } },
  });
});
