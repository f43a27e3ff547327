import type { Account, AccountPatch } from '@todo-chatbot/shared';
import { AppError } from '../app-error.ts';

/** Where accounts are kept. */
export interface AccountStore {
  find(id: string): Promise<Account | undefined>;
  rename(id: string, name: string, at: Date): Promise<Account | undefined>;
  /** Removes the account and everything that names it: tasks, sessions, tokens, waiting mail. */
  remove(id: string): Promise<void>;
}

/** Counts tries in the database, so that every process knows of them. */
export interface AttemptLimit {
  /** Takes one of `max` tries per window of `seconds`; answers whether there was one left. */
  take(key: string, limit: { max: number; seconds: number }): Promise<boolean>;
}

export interface AccountServicePorts {
  store: AccountStore;
  attempts: AttemptLimit;
  /** Whether a password is that of an account. */
  isPasswordOf(id: string, password: string): Promise<boolean>;
  now: () => Date;
}

/** What people do with their own account. */
export interface AccountService {
  get(id: string): Promise<Account>;
  patch(id: string, patch: AccountPatch): Promise<Account>;
  /** Deletes the account for good; a wrong password is `forbidden`, too many are `rate_limited`. */
  remove(id: string, password: string): Promise<void>;
}

const deletionTries = { max: 5, seconds: 60 };

const found = (account: Account | undefined): Account => {
  if (!account) throw new AppError('not_found', 'This account was deleted.');
  return account;
};

export function createAccountService(ports: AccountServicePorts): AccountService {
  const { store, attempts, isPasswordOf, now } = ports;
  return {
    get: async (id) => found(await store.find(id)),

    patch: async (id, { name }) => found(await store.rename(id, name, now())),

    async remove(id, password) {
      // Counted for the account, not for the address: who holds a session must not guess on.
      if (!(await attempts.take(`account-deletion|${id}`, deletionTries))) {
        throw new AppError('rate_limited', 'Too many tries. Wait a minute, then try again.', {
          retryAfter: deletionTries.seconds,
        });
      }
      if (!(await isPasswordOf(id, password))) {
        const message = 'is not the password of this account';
        throw new AppError('forbidden', `This ${message}. Nothing was deleted.`, {
          faults: [{ field: 'password', message }],
        });
      }
      await store.remove(id);
    },
  };
}
