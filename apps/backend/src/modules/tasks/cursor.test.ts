import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const position = {
  createdAt: new Date('2026-11-23T10:00:00.123Z'),
  id: '0c5d7bd6-5b5e-4c3e-9d43-0a5a6f6f9b11',
};

describe('a cursor', () => {
  it('comes back as the position it was made of', () => {
    expect(decodeCursor(encodeCursor(position))).toEqual(position);
  });

  it.each([
    ['plain words', 'next'],
    ['a time without an id', Buffer.from('1700000000000').toString('base64url')],
    ['an id that is no uuid', Buffer.from('1700000000000.x').toString('base64url')],
    [
      'a time beyond the calendar',
      Buffer.from(`9${'9'.repeat(14)}.${position.id}`).toString('base64url'),
    ],
  ])('made of %s is refused', (_what, cursor) => {
    expect(() => decodeCursor(cursor)).toThrowError(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });
});
