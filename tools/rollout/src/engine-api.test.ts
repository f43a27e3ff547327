import { expect, test } from 'vitest';
import { readStreams } from './engine-api.ts';

function frame(stream: number, text: string): Buffer {
  const head = Buffer.alloc(8);
  head[0] = stream;
  head.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([head, Buffer.from(text)]);
}

test('what a program writes to its two streams is told apart', () => {
  const output = Buffer.concat([frame(1, 'one '), frame(2, 'oops'), frame(1, 'twö')]);
  expect(readStreams(output)).toEqual({ stdout: 'one twö', stderr: 'oops' });
  expect(readStreams(Buffer.alloc(0))).toEqual({ stdout: '', stderr: '' });
});
