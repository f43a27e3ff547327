import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLinkTokens } from '../../modules/reminders/links/link-token.ts';
import { inZone } from '../../testing/zones.ts';
import { reminderMail } from './reminder-mail.ts';
import type { RemindedTask } from './reminder-words.ts';

const links = createLinkTokens('a secret of the tests, 40 characters long');
const siteUrl = 'https://todo.example';
const reminder = { id: randomUUID(), firesAt: new Date('2026-11-26T04:00:00Z'), missed: false };

const write = (task: Partial<RemindedTask>, more: { missed?: boolean; personName?: string } = {}) =>
  reminderMail({
    personName: more.personName ?? 'Ada',
    task: {
      ...{ id: randomUUID(), title: 'Pay the rent', notes: '' },
      ...{ dueDate: '2026-11-26', dueTime: '09:30', timeZone: 'Asia/Kolkata' },
      ...task,
    },
    reminder: { ...reminder, missed: more.missed ?? false },
    userId: randomUUID(),
    ...{ siteUrl, links, writtenAt: new Date('2026-11-26T04:00:00Z') },
  });

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, one]) => one);
const linksIn = (text: string) => matches(text, /(https?:[^\s"<>]+)/g);

/** What a mail says, without its links and tags. */
const saidIn = ({ html, text }: { html: string; text: string }) =>
  [html.replace(/<[^>]*>/g, ' '), text.replace(/^https:\/\/todo\.example\/\S+$/gm, '')].join('\n');

const addressLike = /[a-z][\w+.-]*:\/\/|www\.\w|\S@\w|evil\.\w|\.example/i;

it('a mail leads to what can be done, the same as HTML and as text', async () => {
  const mail = await write({ notes: 'Account 12\nAsk Maya' });
  expect(mail.subject).toBe('Reminder: Pay the rent');
  const hrefs = matches(mail.html, /href="([^"]*)"/g);
  expect(hrefs.map((href) => href!.replace(/(\/r\/).*/, '$1').replace(/=.*/, '='))).toEqual([
    ...Array.from({ length: 3 }, () => `${siteUrl}/r/`),
    `${siteUrl}/app?task=`,
    `${siteUrl}/r/`,
  ]);
  expect(linksIn(mail.text)).toEqual(hrefs);
  expect(mail.html).not.toMatch(/<img|<script|<link|src=|url\(/i);
  for (const line of ['Pay the rent', 'Account 12', 'Ask Maya', 'Hello Ada,']) {
    expect(mail.text).toContain(line);
    expect(mail.html).toContain(line);
  }
  const actions = hrefs.map((href) => links.read(href!.split('/r/')[1] ?? '')?.action);
  expect(actions).toEqual(['complete', 'snooze-hour', 'snooze-tomorrow', undefined, 'stop-mail']);
});

it('mail programs can offer to send no more, with one click', async () => {
  const { headers } = await write({});
  const [, token = ''] = /^<https:\/\/todo\.example\/api\/v1\/reminder-links\/([\w-]+)>$/.exec(
    headers['List-Unsubscribe']!,
  )!;
  expect(links.read(token)?.action).toBe('stop-mail');
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
});

describe('hostile words', () => {
  it.each([
    '</a><img src=//x>[l](http://evil)',
    'two\r\nBcc: all@evil.example\r\n\r\n<b>body</b>',
    'invoice\u202efdp.exe\u2066www.evil.example\u2069',
    'www.evil.example',
    'https://evil.example/?a=b&c=d',
    'javascript:alert(1)//www.evil.example',
    '"><style>@import url(//evil.example)</style>',
    'www.evil.example '.repeat(600).slice(0, 10_000),
  ])('add no link, image or header: %.40s', async (words) => {
    const mail = await write({ title: words, notes: words }, { personName: words });
    const plain = await write({ title: 'x' });
    expect(matches(mail.html, /href="([^"]*)"/g)).toHaveLength(5);
    expect(linksIn(mail.html)).toHaveLength(linksIn(plain.html).length);
    expect(linksIn(mail.text)).toHaveLength(5);
    expect(matches(mail.html, /(<\/?[a-z]+)/gi).length).toBeLessThan(
      matches(plain.html, /(<\/?[a-z]+)/gi).length + 30,
    );
    expect(mail.html).not.toMatch(/<img|<script|<style|<b>/i);
    expect(saidIn(mail)).not.toMatch(addressLike);
    expect(mail.subject).not.toMatch(addressLike);
    expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(mail.subject.length).toBeLessThanOrEqual(120);
    expect(`${mail.html}${mail.text}`).not.toMatch(/[\r\u202a-\u202e\u2066-\u2069]/);
    expect(mail.html.length).toBeLessThan(20_000);
  });
});

describe('the due moment', () => {
  it.each([
    ['Pacific/Pago_Pago', '-11'],
    ['UTC', '0'],
    ['Asia/Kolkata', '+5:30'],
    ['Pacific/Kiritimati', '+14'],
  ])('is the day and the time on the wall of %s (UTC%s)', async (timeZone) => {
    const { text, html } = await write({ timeZone });
    expect(text).toContain(`Due Thursday 26 November 2026 at 09:30 (${timeZone}).`);
    expect(html).toContain(`Due Thursday 26 November 2026 at 09:30 (${timeZone}).`);
  });

  it.each(['Pacific/Pago_Pago', 'Pacific/Kiritimati'])(
    'without a time is the same day where the server is in %s',
    async (zone) => {
      const { text } = await inZone(zone, () => write({ dueTime: null, timeZone: null }));
      expect(text).toContain('Due Thursday 26 November 2026.\n');
    },
  );
});

it('a missed reminder says when it was meant to come', async () => {
  const { text } = await write({}, { missed: true });
  expect(text).toContain(
    'This reminder was meant for Thursday 26 November 2026 at 09:30 (Asia/Kolkata). It comes late',
  );
});
