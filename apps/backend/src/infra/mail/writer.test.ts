import { describe, expect, it } from 'vitest';
import type { Letter } from '../../modules/mail/letter.ts';
import { createWriter } from './writer.ts';

const write = createWriter('Todo <todo@example.org>');
const link = 'https://todo.example/reset-password?token=a&b=c';
const letter = (about: Letter['about'], name: string): Letter => ({
  about,
  to: { userId: 'u', email: 'ada@example.org', name },
  link,
});

const kinds = [
  'verify-address',
  'reset-password',
  'password-changed',
  'address-registered',
] as const;
const hostile = '</a><img src=//x>[l](http://evil)\r\nBcc: all@example.org';

const matches = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([, one]) => one);

describe.each(kinds)('a mail about %s', (about) => {
  it('has the same text as HTML and plain, with one link', async () => {
    const mail = await write(letter(about, 'Ada'));
    expect(mail).toMatchObject({ from: 'Todo <todo@example.org>', to: 'ada@example.org' });
    expect(matches(mail.html, /href="([^"]*)"/g)).toEqual([link.replaceAll('&', '&amp;')]);
    expect(mail.html).not.toMatch(/<img|<script|<link|src=|url\(/i);
    expect(matches(mail.text, /(https?:\S+)/g)).toEqual([link]);
    for (const line of mail.text.split('\n').filter((line) => line && line !== link)) {
      expect(mail.html).toContain(line.replace(/:$/, ''));
    }
  });

  it('is the same for everybody whose name is more than a name', async () => {
    const mail = await write(letter(about, hostile));
    expect(mail).toEqual(await write(letter(about, 'http://evil')));
    expect(JSON.stringify(mail)).not.toMatch(/evil|<img|\[l\]|Bcc|\\r/);
    expect(mail.subject).toMatch(/^[\w -]+$/);
  });
});

it('a known person is greeted by name, the owner of an unproven address is not', async () => {
  expect((await write(letter('reset-password', 'Ada'))).text).toContain('Hello Ada,');
  expect((await write(letter('verify-address', 'Ada'))).text).not.toContain('Ada');
});
