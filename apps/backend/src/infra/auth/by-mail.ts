import { eq } from 'drizzle-orm';
import type { Letter } from '../../modules/mail/letter.ts';
import type { PostOffice } from '../../modules/mail/post-office.ts';
import type { Database } from '../database/database.ts';
import { users } from '../database/schema/index.ts';
import type { Background } from './background.ts';

interface Person {
  id: string;
  email: string;
  name: string;
}

export interface ByMailOptions {
  database: Database;
  post: PostOffice;
  background: Background;
  /** The public origin of the app. */
  origin: string;
}

const day = 24 * 60 * 60;
const hour = 60 * 60;

/** What the account library does by mail. Its links are ours: nobody else chooses where they lead. */
export function createByMail({ database, post, background, origin }: ByMailOptions) {
  const write = (about: Letter['about'], { id, email, name }: Person, path: string) => {
    const to = { userId: id, email, name };
    background.run(() => post.post({ about, to, link: new URL(path, origin).href }));
  };
  const passwordChanged = (person: Person) => write('password-changed', person, '/forgot-password');

  return {
    passwordChanged,

    addressRegistered: (person: Person) => write('address-registered', person, '/forgot-password'),

    emailVerification: {
      expiresIn: day,
      sendOnSignUp: true,
      // Somebody who lost the first mail gets another; the queue keeps it from becoming many.
      sendOnSignIn: true,
      sendVerificationEmail: async ({ user, token }: { user: Person; token: string }) => {
        const query = new URLSearchParams({ token, callbackURL: '/verify-email' });
        write('verify-address', user, `/api/auth/verify-email?${query}`);
      },
    },

    emailAndPassword: {
      requireEmailVerification: true,
      resetPasswordTokenExpiresIn: hour,
      sendResetPassword: async ({ user, token }: { user: Person; token: string }) =>
        write('reset-password', user, `/reset-password?${new URLSearchParams({ token })}`),
      onPasswordReset: async ({ user }: { user: Person }) => {
        // The link came by mail, so that the address is its owner's.
        await database.update(users).set({ emailVerified: true }).where(eq(users.id, user.id));
        passwordChanged(user);
      },
    },
  };
}

/** See {@link createByMail}. */
export type ByMail = ReturnType<typeof createByMail>;
