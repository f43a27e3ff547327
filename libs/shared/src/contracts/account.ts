import { z } from 'zod';
import { singleLine } from './text.ts';

/** How short and how long a password may be. */
export const passwordLength = { min: 8, max: 128 } as const;

/** Seconds within which a person gets only one mail with a link, however often it is asked for. */
export const mailPause = 120;

/** The name a person goes by. */
export const displayName = singleLine()
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must have at most 100 characters');

const password = z.string().min(passwordLength.min).max(passwordLength.max);

/** What it takes to sign up. */
export const signUp = z.object({ name: displayName, email: z.email().max(254), password });
export type SignUp = z.infer<typeof signUp>;

/** One's own account. */
export const account = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Account = z.infer<typeof account>;

/** A change to one's own account. */
export const accountPatch = z.strictObject({ name: displayName });
export type AccountPatch = z.infer<typeof accountPatch>;

/** Deletes the account with all it owns; the password proves that its owner asks. */
export const accountDeletion = z.strictObject({
  password: z.string().min(1).max(passwordLength.max),
});

/** What a token is good for. */
export const tokenScopes = ['tasks:read', 'tasks:write'] as const;
export const tokenScope = z.enum(tokenScopes);
export type TokenScope = z.infer<typeof tokenScope>;

/** What it takes to make an API token. */
export const newToken = z.strictObject({
  name: displayName,
  scopes: z
    .array(tokenScope)
    .min(1, 'must name at least one')
    .max(tokenScopes.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'must not name one twice'),
  /** Days until it expires. */
  expiresInDays: z.int().min(1).max(365).default(90),
});
export type NewToken = z.infer<typeof newToken>;

/** A token as its owner sees it later: never its secret. */
export const token = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(tokenScope),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type Token = z.infer<typeof token>;
export const tokenList = z.object({ items: z.array(token) });

/** A token just made; `secret` is told this once. */
export const createdToken = token.extend({ secret: z.string() });
export type CreatedToken = z.infer<typeof createdToken>;

/** Whether the calendar feed is on, and since when. */
export const calendarFeed = z.object({ createdAt: z.iso.datetime().nullable() });
export type CalendarFeed = z.infer<typeof calendarFeed>;

/** A feed just switched on; its address is told this once. */
export const createdCalendarFeed = z.object({ url: z.url(), createdAt: z.iso.datetime() });
export type CreatedCalendarFeed = z.infer<typeof createdCalendarFeed>;

/** What this installation can do; what is off, the pages say. */
export const features = z.object({ mail: z.boolean() });
export type Features = z.infer<typeof features>;
