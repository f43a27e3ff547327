import { createHmac, timingSafeEqual } from 'node:crypto';
import { reminderLinkAction } from '@todo-chatbot/shared';
import type { ReminderLinkAction } from '@todo-chatbot/shared';
import { z } from 'zod';

/** What a link in a reminder does, for whom, and until when. */
export interface ReminderLink {
  action: ReminderLinkAction;
  userId: string;
  /** Stable for one task, one offset and one due moment: another day has another reminder. */
  reminderId: string;
  expiresAt: Date;
}

/** Makes and reads the tokens in the links of reminders. */
export interface LinkTokens {
  sign(link: ReminderLink): string;
  /** The link behind a token of ours, expired ones included; undefined for any other text. */
  read(token: string): ReminderLink | undefined;
}

/** Far above what {@link LinkTokens.sign} makes. */
export const longestToken = 500;

// The secret may sign other things some day; what is signed here is good for nothing else.
const purpose = 'todo reminder link 1\n';
const form = /^([\w-]+)\.([\w-]{43})$/;
const content = z.tuple([reminderLinkAction, z.uuid(), z.uuid(), z.int().min(0)]);

const linkOf = (text: string): ReminderLink | undefined => {
  const { data } = content.safeParse(JSON.parse(text));
  if (!data) return undefined;
  const [action, userId, reminderId, seconds] = data;
  return { action, userId, reminderId, expiresAt: new Date(seconds * 1_000) };
};

/**
 * Tokens that carry a link in themselves, under an HMAC with SHA-256: nothing is stored, and
 * nobody without the secret can make or change one.
 */
export function createLinkTokens(secret: string): LinkTokens {
  const sealOf = (payload: string) =>
    createHmac('sha256', secret).update(purpose).update(payload).digest();
  return {
    sign({ action, userId, reminderId, expiresAt }) {
      const seconds = Math.floor(expiresAt.getTime() / 1_000);
      const text = JSON.stringify([action, userId, reminderId, seconds]);
      const payload = Buffer.from(text).toString('base64url');
      return `${payload}.${sealOf(payload).toString('base64url')}`;
    },
    read(token) {
      const [, payload, seal] = (token.length <= longestToken && form.exec(token)) || [];
      if (!payload || !seal) return undefined;
      const given = Buffer.from(seal, 'base64url');
      // One text for one link: base64url lets the last character carry bits that mean nothing.
      if (given.toString('base64url') !== seal) return undefined;
      if (!timingSafeEqual(given, sealOf(payload))) return undefined;
      return linkOf(Buffer.from(payload, 'base64url').toString());
    },
  };
}
