import { hash, randomBytes } from 'node:crypto';
import type { CreatedToken, NewToken, Token, TokenScope } from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';
import type { TokenHolder, TokenReader } from './account.ts';

/** A token to keep: of its secret only the hash. */
export interface KeptToken {
  id: string;
  ownerId: string;
  name: string;
  hash: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
}

/** A token found by its secret's hash. */
export interface FoundToken extends TokenHolder {
  tokenId: string;
  lastUsedAt: Date | null;
}

/** Where tokens are kept. */
export interface TokenStore {
  list(ownerId: string): Promise<Token[]>;
  insert(token: KeptToken): Promise<Token>;
  /** Answers whether the owner had such a token. */
  remove(ownerId: string, id: string): Promise<boolean>;
  findByHash(hash: string): Promise<FoundToken | undefined>;
  markUsed(id: string, at: Date): Promise<void>;
}

export interface TokenServicePorts {
  store: TokenStore;
  now: () => Date;
  newId: () => string;
}

/** A person's API tokens: made, listed, revoked and recognised. */
export interface TokenService extends TokenReader {
  list(ownerId: string): Promise<Token[]>;
  /** Makes a token; its secret is in this answer and nowhere else. */
  create(ownerId: string, token: NewToken): Promise<CreatedToken>;
  /** Revokes a token, from the next request on; another's or none is `not_found`. */
  remove(ownerId: string, id: string): Promise<void>;
}

// A prefix that secret scanners and people recognise, then 256 bits.
const prefix = 'todo_';
const form = /^todo_[\w-]{43}$/;
const most = 50;
const day = 24 * 60 * 60_000;
const minute = 60_000;

// The secret is as long as the hash, so that nothing slower is needed to keep it from being guessed.
const hashOf = (secret: string) => hash('sha256', secret, 'hex');
const startOfMinute = (moment: Date) => new Date(Math.floor(moment.getTime() / minute) * minute);

export function createTokenService({ store, now, newId }: TokenServicePorts): TokenService {
  return {
    list: (ownerId) => store.list(ownerId),

    async create(ownerId, { name, scopes, expiresInDays }) {
      if ((await store.list(ownerId)).length >= most) {
        throw new AppError(
          'invalid_request',
          `You have ${most} tokens. Revoke one you do not use.`,
        );
      }
      const secret = prefix + randomBytes(32).toString('base64url');
      const createdAt = now();
      const kept = await store.insert({
        id: newId(),
        ownerId,
        name,
        hash: hashOf(secret),
        scopes,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + expiresInDays * day),
      });
      return { ...kept, secret };
    },

    async remove(ownerId, id) {
      if (await store.remove(ownerId, id)) return;
      throw new AppError('not_found', 'There is no such token.');
    },

    async holderOf(secret) {
      if (!form.test(secret)) return undefined;
      const found = await store.findByHash(hashOf(secret));
      if (!found || found.expiresAt <= now()) return undefined;
      const current = startOfMinute(now());
      // At most one write a minute, however busy the token is.
      if (!found.lastUsedAt || found.lastUsedAt < current) {
        await store.markUsed(found.tokenId, current);
      }
      return { id: found.id, scopes: found.scopes, expiresAt: found.expiresAt };
    },
  };
}
