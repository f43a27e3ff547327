import { OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server';
import { tokenScopes } from '@todo-chatbot/shared';
import type { AuthInfo, OAuthTokenVerifier } from '@modelcontextprotocol/server';
import { tokenRefusal } from '../modules/accounts/account.ts';
import type { TokenReader } from '../modules/accounts/account.ts';

/** Tells whose token came with a request, and what it is good for. */
export const createTokenVerifier = (tokens: TokenReader): OAuthTokenVerifier => ({
  async verifyAccessToken(token): Promise<AuthInfo> {
    const holder = await tokens.holderOf(token);
    if (!holder) throw new OAuthError(OAuthErrorCode.InvalidToken, tokenRefusal);
    return {
      token,
      clientId: 'api-token',
      scopes: [...holder.scopes],
      expiresAt: Math.floor(holder.expiresAt.getTime() / 1_000),
      extra: { ownerId: holder.id },
    };
  },
});

/** What stands for a person in a request that did not come from outside. */
export const insiderFor = (ownerId: string): AuthInfo => ({
  token: '',
  clientId: 'todo-assistant',
  scopes: [...tokenScopes],
  extra: { ownerId },
});

/** The person behind a verified request. */
export function ownerOf(auth: AuthInfo | undefined): string {
  const ownerId = auth?.extra?.['ownerId'];
  if (typeof ownerId !== 'string') throw new Error('This call is not behind the token verifier.');
  return ownerId;
}
