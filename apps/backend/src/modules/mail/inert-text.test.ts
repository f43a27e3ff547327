import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertLine, inertLines } from './inert-text.ts';

/** What mail programs take for an address, more eagerly than any of them does. */
const addressLike = /[a-z][\w+.-]*:\/?\/?\w|www\.\w|\S@\w|[\w-]\.[a-z]{2,}|\\\\\S|\d+\.\d+\.\d+/iu;

describe('a line of somebody’s words', () => {
  it.each([
    ['</a><img src=//x>[l](http://evil)', '</a><img src=//x>[l] (http: //evil)'],
    ['www.evil.example', 'www. evil. example'],
    ['http://evil.example/a?b=c', 'http: //evil. example/a?b=c'],
    ['https:\u2060//e\u200bvil.com', 'https: //evil. com'],
    ['evil。example evil．com', 'evil。 example evil． com'],
    ['mailto:eve@example.org', 'mailto: eve@ example. org'],
    ['call tel:123 or 10.0.0.1', 'call tel: 123 or 10. 0. 0. 1'],
    ['\\\\server\\share', '\\ \\server\\share'],
    ['two\r\nBcc: all@example.org', 'two Bcc: all@ example. org'],
    ['invoice\u202efdp.exe\u2066', 'invoicefdp. exe'],
    ['a\u2028b\u2029c\td\u0000e', 'a b c d e'],
  ])('%j holds no address: %j', (text, inert) => {
    expect(inertLine(text, 120)).toBe(inert);
    expect(inert).not.toMatch(addressLike);
  });

  it.each([
    'Buy milk. Then rest… or not... ok',
    'Call at 9:30, bring 2.5 kg',
    'Pay half (12.50 €) & the rest; today/tomorrow',
    '👨‍👩‍👧 and 🏳️‍🌈 می‌خواهم',
    'Ünïcode, 買牛奶, اشتر الحليب',
  ])('%j stays as it is', (text) => {
    expect(inertLine(text, 120)).toBe(text);
  });

  it('is cut between characters as people see them', () => {
    expect(inertLine('a'.repeat(10_000), 120)).toBe(`${'a'.repeat(119)}…`);
    expect(inertLine('👨‍👩‍👧'.repeat(50), 20)).toBe('👨‍👩‍👧👨‍👩‍👧…');
    expect(inertLine('ab'.repeat(50), 100)).toBe('ab'.repeat(50));
  });

  it('never holds an address, a break or a control character, whatever it was', () => {
    const pieces = ['.', ':', '//', '@', 'www', 'http', 'evil', 'com', '1', ' ', '\\', '\r\n', '…'];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const inert = inertLine(any, 500);
        expect(inert).not.toMatch(addressLike);
        expect(inert).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(inert.length).toBeLessThanOrEqual(500);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes no longer for a line made to be slow', () => {
    const start = performance.now();
    for (const piece of ['.', '1.', 'a:', '1', '\\', '](', ' ', '@']) {
      inertLine(piece.repeat(10_000), 500);
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

it('several lines stay several, without the blank ones', () => {
  expect(inertLines('one\r\n\r\n two\n\nwww.evil.example\u2028three', 500)).toEqual([
    'one',
    'two',
    'www. evil. example',
    'three',
  ]);
});
