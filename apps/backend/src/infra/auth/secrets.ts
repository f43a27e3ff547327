import { createHash } from 'node:crypto';

/** The secret in use, and before it was changed the earlier ones, which only verify and decrypt. */
export type Secrets = readonly [current: string, ...earlier: string[]];

// What was encrypted carries the number of its secret: one that does not depend on the order.
const versionOf = (value: string) =>
  createHash('sha256').update(`version of ${value}`).digest().readUIntBE(0, 4);

/** The secrets as better-auth wants them: numbered, the one in use first. */
export const versioned = (secrets: Secrets) =>
  [...new Set(secrets)].map((value) => ({ version: versionOf(value), value }));

/** The secrets as better-auth's encryption wants them. */
export function encryptionKeys(secrets: Secrets) {
  const keys = new Map(versioned(secrets).map(({ version, value }) => [version, value]));
  return { keys, currentVersion: versionOf(secrets[0]) };
}
