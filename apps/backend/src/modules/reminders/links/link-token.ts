import { createHmac, timingSafeEqual } from 'node:crypto';
import { reminderLinkActions } from '@todo-chatbot/shared';
import type { ReminderLinkAction } from '@todo-chatbot/shared';

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

// The secret may sign other things some day; what is signed here is good for nothing else.
const purpose = 'todo reminder link 1\n';
const payloadBytes = 37;
const sealBytes = 32;
/** Of 69 bytes in base64url: each token stands for other bytes, without padding to play with. */
export const tokenLength = ((payloadBytes + sealBytes) * 4) / 3;
const form = new RegExp(`^[\\w-]{${tokenLength}}$`);

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** One byte for the action, two ids of 16, four for the second in which it expires. */
function toPayload({ action, userId, reminderId, expiresAt }: ReminderLink): Buffer {
  const payload = Buffer.alloc(payloadBytes);
  payload.writeUInt8(reminderLinkActions.indexOf(action));
  bytesOf(userId).copy(payload, 1);
  bytesOf(reminderId).copy(payload, 17);
  payload.writeUInt32BE(Math.floor(expiresAt.getTime() / 1_000), 33);
  return payload;
}

function fromPayload(payload: Buffer): ReminderLink | undefined {
  const action = reminderLinkActions[payload.readUInt8()];
  return (
    action && {
      action,
      userId: uuidOf(payload.subarray(1, 17)),
      reminderId: uuidOf(payload.subarray(17, 33)),
      expiresAt: new Date(payload.readUInt32BE(33) * 1_000),
    }
  );
}

/**
 * Tokens that carry a link in themselves, under an HMAC with SHA-256: nothing is stored, and
 * nobody without the secret can make or change one.
 */
export function createLinkTokens(secret: string): LinkTokens {
  const sealOf = (payload: Buffer) =>
    createHmac('sha256', secret).update(purpose).update(payload).digest();
  return {
    sign(link) {
      const payload = toPayload(link);
      return Buffer.concat([payload, sealOf(payload)]).toString('base64url');
    },
    read(token) {
      if (!form.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      const payload = bytes.subarray(0, payloadBytes);
      const isOurs = timingSafeEqual(bytes.subarray(payloadBytes), sealOf(payload));
      return isOurs ? fromPayload(payload) : undefined;
    },
  };
}
