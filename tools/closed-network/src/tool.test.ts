import { Failure } from '@todo-chatbot/rollout';
import { expect, test } from 'vitest';
import { runTool, withCure } from './tool.ts';

const failure = (tail: string) => new Failure({ what: 'it ended.', cure: 'none yet', tail });

test('a missing program is answered with the package that brings it', async () => {
  const attempt = runTool('no-such-program', [], { package: 'the-package' });
  await expect(attempt).rejects.toMatchObject({ cure: 'apt-get install the-package' });
});

test('a full disk, a broken network and a wrong checksum have cures of their own', () => {
  const cures = [
    'write /x: no space left on device',
    'dial tcp: lookup proxy.test: no such host',
    "Temporary failure resolving 'deb.test'",
    'verifying module: checksum mismatch',
  ].map((tail) => withCure(failure(tail)).cure);
  expect(cures[0]).toContain('disk');
  expect(cures[1]).toContain('registries');
  expect(cures[2]).toBe(cures[1]);
  expect(cures[3]).toContain('pinned');
});

test('a failure of no known kind stays as it is', () => {
  const unknown = failure('segmentation fault');
  expect(withCure(unknown)).toBe(unknown);
});

test('the words and the log of the program stay with the new cure', () => {
  const full = new Failure({ what: 'a', cure: 'b', tail: 'ENOSPC', log: '/log' });
  expect(withCure(full)).toMatchObject({ message: 'a', tail: 'ENOSPC', log: '/log' });
});
