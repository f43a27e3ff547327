import { tokenScopes } from '@todo-chatbot/shared';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWK, JWTPayload } from 'jose';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { TokenHolder, TokenReader } from '../../modules/accounts/account.ts';
import { accessTokenType, resourcesOf, signing } from './oauth-tokens.ts';

export interface AccessTokenOptions {
  pool: Pool;
  /** The public origin of the app, which signs the tokens. */
  issuer: string;
  now: () => Date;
}

/** Reads access tokens that are JWTs. */
export interface AccessTokens {
  /** Whose token it is; undefined for one that is not good for this resource, or not any more. */
  holderOf(token: string, audience: string): Promise<TokenHolder | undefined>;
}

const claims = z.object({
  sub: z.uuid(),
  client_id: z.string(),
  scope: z.string(),
  exp: z.number(),
});

// The row goes with the account, and when the person disconnects the program.
const consent = {
  name: 'access-token-consent',
  text: 'select 1 from oauth_consents where user_id = $1 and client_id = $2 limit 1',
};

/** How long an unknown key id is not asked for again, in milliseconds. */
const keysFor = 10_000;

/** The public keys, read when there is none of the id in a token. */
function createKeys(pool: Pool, now: () => Date) {
  let readAt = -Infinity;
  let find = createLocalJWKSet({ keys: [] });

  async function read(): Promise<JSONWebKeySet> {
    const { rows } = await pool.query<{ id: string; public_key: string }>(
      'select id, public_key from signing_keys',
    );
    const keys = rows.map(({ id, public_key }) => ({
      ...(JSON.parse(public_key) as JWK),
      kid: id,
    }));
    return { keys };
  }

  return async (...asked: Parameters<typeof find>) => {
    try {
      return await find(...asked);
    } catch (error) {
      const isUnknown = error instanceof errors.JWKSNoMatchingKey;
      if (!isUnknown || now().getTime() - readAt < keysFor) throw error;
      find = createLocalJWKSet(await read());
      readAt = now().getTime();
      return find(...asked);
    }
  };
}

/**
 * Verifies access tokens by the keys in the database: signature, algorithm, type, issuer, audience
 * and time, and that the person still lets the program in.
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 */
export function createAccessTokens({ pool, issuer, now }: AccessTokenOptions): AccessTokens {
  const keys = createKeys(pool, now);

  async function payloadOf(token: string, audience: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: [signing.alg],
        typ: accessTokenType,
        requiredClaims: ['sub', 'exp', 'iat', 'client_id', 'scope'],
        currentDate: now(),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  return {
    async holderOf(token, audience) {
      const { data: payload } = claims.safeParse(await payloadOf(token, audience));
      if (!payload) return undefined;
      const { rowCount } = await pool.query({
        ...consent,
        values: [payload.sub, payload.client_id],
      });
      if (!rowCount) return undefined;
      const granted = new Set(payload.scope.split(' '));
      return {
        id: payload.sub,
        scopes: tokenScopes.filter((scope) => granted.has(scope)),
        expiresAt: new Date(payload.exp * 1_000),
      };
    },
  };
}

/** Whether a token may be a JWT: three parts, as no other token of this app has. */
const isJwt = (token: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);

export interface TokenReaderPorts {
  pool: Pool;
  /** Reads API tokens, which are good for both doors. */
  tokens: TokenReader;
  /** The public origin of the app. */
  origin: string;
}

/** Reads API tokens and access tokens: for each door those that were made for it. */
export function createTokenReaders({ pool, tokens, origin }: TokenReaderPorts) {
  const access = createAccessTokens({ pool, issuer: origin, now: () => new Date() });
  const readerFor = (audience: string): TokenReader => ({
    holderOf: (secret) =>
      isJwt(secret) ? access.holderOf(secret, audience) : tokens.holderOf(secret),
  });
  const { api, mcp } = resourcesOf(origin);
  return { api: readerFor(api), mcp: readerFor(mcp) };
}
