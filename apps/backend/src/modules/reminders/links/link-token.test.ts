import { createHmac, randomUUID } from 'node:crypto';
import { reminderLinkActions } from '@todo-chatbot/shared';
import { describe, expect, it } from 'vitest';
import { createLinkAddresses } from './link-addresses.ts';
import { createLinkTokens, tokenLength } from './link-token.ts';

const tokens = createLinkTokens('a secret of the tests, 40 characters long');
const link = {
  action: 'complete',
  userId: randomUUID(),
  reminderId: randomUUID(),
  expiresAt: new Date('2026-12-01T08:00:00Z'),
} as const;

describe('the token of a link', () => {
  it.each(reminderLinkActions)('to %s says what was signed', (action) => {
    expect(tokens.read(tokens.sign({ ...link, action }))).toEqual({ ...link, action });
  });

  it('is short and stands in an address as it is', () => {
    const token = tokens.sign({ ...link, action: 'snooze-tomorrow' });
    expect(token).toMatch(/^[\w-]+$/);
    expect(token.length).toBe(tokenLength);
    expect(tokenLength).toBeLessThanOrEqual(100);
  });

  it('is worth nothing with any character changed, cut off or added', () => {
    const token = tokens.sign(link);
    for (let at = 0; at < token.length; at++) {
      for (const other of ['A', 'z', '.', '']) {
        const forged = token.slice(0, at) + other + token.slice(at + 1);
        if (forged !== token) expect(tokens.read(forged)).toBeUndefined();
      }
    }
    expect(tokens.read(`${token}A`)).toBeUndefined();
    expect(tokens.read(`${token}=`)).toBeUndefined();
  });

  it('is worth nothing under another secret or for another purpose', () => {
    const payload = Buffer.from(tokens.sign(link), 'base64url').subarray(0, 37);
    const secret = 'a secret of the tests, 40 characters long';
    const unnamed = createHmac('sha256', secret).update(payload).digest();
    const forged = Buffer.concat([payload, unnamed]).toString('base64url');
    expect(tokens.read(forged)).toBeUndefined();
    expect(createLinkTokens('another secret').read(tokens.sign(link))).toBeUndefined();
  });

  it.each(['', '.', 'a.b', 'null', '../..', 'x'.repeat(100_000), '%00', 'é.é'])(
    '%j is none',
    (text) => {
      expect(tokens.read(text)).toBeUndefined();
    },
  );
});

describe('the addresses of a reminder', () => {
  const now = new Date('2026-11-25T08:00:00Z');
  const subject = { userId: link.userId, reminderId: link.reminderId, taskId: randomUUID() };
  const made = createLinkAddresses('https://todo.example', tokens)(subject, now);
  const behind = (address: string) => tokens.read(address.slice(address.lastIndexOf('/') + 1));

  it.each(reminderLinkActions)('lead to a page for %s, bound to person and reminder', (action) => {
    const { userId, reminderId } = link;
    expect(made.pages[action]).toMatch(/^https:\/\/todo\.example\/r\//);
    expect(behind(made.pages[action])).toMatchObject({ action, userId, reminderId });
  });

  it('expire: for the task in two weeks, for no more mail in half a year', () => {
    const days = (address: string) =>
      (behind(address)!.expiresAt.getTime() - now.getTime()) / 86_400_000;
    expect(days(made.pages.complete)).toBe(14);
    expect(days(made.pages['stop-mail'])).toBe(180);
    expect(days(made.oneClick)).toBe(180);
  });

  it('lead to the task without a token', () => {
    expect(made.task).toBe(`https://todo.example/app?task=${subject.taskId}`);
  });
});
