import type { TokenScope } from '@todo-chatbot/shared';

/** The person behind a request, as far as use cases need to know. */
export interface Account {
  id: string;
}

/** Tells who is signed in; the store of sessions is outside. */
export interface SessionReader {
  /** The account behind a request's Cookie header, undefined when there is none. */
  accountOf(cookies: string): Promise<Account | undefined>;
}

/** The person whose token came with a request, and what it is good for. */
export interface TokenHolder extends Account {
  scopes: readonly TokenScope[];
  expiresAt: Date;
}

/** Why a token opens nothing: which of the three it is, nobody is told. */
export const tokenRefusal = 'This token is unknown, has expired or was revoked.';

/** Tells whose a token is. */
export interface TokenReader {
  /** Undefined when the secret is of no token, or of one that expired or was revoked. */
  holderOf(secret: string): Promise<TokenHolder | undefined>;
}
