import { z } from 'zod';
import { singleLine } from './text.ts';

/** How short and how long a password may be. */
export const passwordLength = { min: 8, max: 128 } as const;

/** The name a person goes by. */
export const displayName = singleLine()
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must have at most 100 characters');

/** What it takes to sign up. */
export const signUp = z.object({
  name: displayName,
  email: z.email().max(254),
  password: z.string().min(passwordLength.min).max(passwordLength.max),
});
export type SignUp = z.infer<typeof signUp>;
