import { passwordLength } from '@todo-chatbot/shared';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import type { SessionReader } from '../../modules/accounts/account.ts';
import type { PostOffice } from '../../modules/mail/post-office.ts';
import type { Database } from '../database/database.ts';
import * as schema from '../database/schema/index.ts';
import { createBackground } from './background.ts';
import type { Background } from './background.ts';
import { createByMail } from './by-mail.ts';
import { checkProfile, createDiscretion, discreet, matchSignUp } from './discretion.ts';
import { keepCookies } from './keep-cookies.ts';
import { createSessionLookup } from './session-lookup.ts';

/** The header in which the server itself hands over the address it believes. */
export const clientAddressHeader = 'x-client-address';

export interface AuthOptions {
  database: Database;
  secret: string;
  /** The public origin of the app; an https origin makes the cookies secure ones. */
  origin: string;
  trustedOrigins: string[];
  /** Where letters go; undefined when there is no mail, and addresses are not verified. */
  post: PostOffice | undefined;
  log: (level: 'warn' | 'error', message: string, error: unknown) => void;
}

/** Answers the requests below /api/auth, and tells who is signed in. */
export interface Auth extends SessionReader {
  handle(request: Request): Promise<Response>;
  /** The Set-Cookie headers that make a browser forget its session. */
  forgetfulCookies(headers: Headers): Promise<string[]>;
  /** When everything was done that answers did not wait for. */
  settled(): Promise<void>;
}

// Each try at a password costs the server a hash and an attacker one of these, per address.
const perMinute = (max: number) => ({ window: 60, max });

const tidied = async <P extends { name?: string | undefined }>(profile: P) => ({
  // Nobody shows a picture; what is not stored cannot be misused.
  data: { ...checkProfile(profile), image: null },
});

function firstError(details: unknown[]): unknown {
  return details.find((detail) => detail instanceof Error);
}

function createBetterAuth(options: AuthOptions, background: Background) {
  const { database, secret, origin, trustedOrigins, post, log } = options;
  const byMail = post && createByMail({ database, post, background, origin });
  const { users, sessions, accounts, verifications, rateLimits } = schema;
  const auth = betterAuth({
    appName: 'Todo',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins,
    telemetry: { enabled: false },
    database: drizzleAdapter(database, {
      provider: 'pg',
      transaction: true,
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
        rateLimit: rateLimits,
      },
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      // A session for new addresses only would tell which ones are known.
      autoSignIn: false,
      onExistingUserSignUp: async ({ user }) => {
        await matchSignUp(database, user.id);
        byMail?.addressRegistered(user);
      },
      revokeSessionsOnPasswordReset: true,
      ...byMail?.emailAndPassword,
    },
    emailVerification: byMail?.emailVerification,
    hooks: createDiscretion({
      database,
      byMail,
      resetLater: (email) => {
        background.run(() => auth.api.requestPasswordReset({ body: { email } }));
      },
    }),
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: {
      user: { create: { before: tidied }, update: { before: tidied } },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: {
        '/sign-in/email': perMinute(30),
        '/sign-up/email': perMinute(30),
        // Read on every page; guessing a session token is hopeless anyway.
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'todo',
      useSecureCookies: origin.startsWith('https:'),
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // What is not a refusal goes to the app's own error handler, which tells nothing to strangers.
    onAPIError: { throw: true },
    logger: {
      level: 'warn',
      log: (level, message, ...details) => {
        if (level === 'warn' || level === 'error') log(level, message, firstError(details));
      },
    },
  });
  return auth;
}

/** Builds accounts and sessions on better-auth. */
export function createAuth(options: AuthOptions): Auth {
  const background = createBackground((error) => {
    options.log('error', 'work after an answer failed', error);
  });
  const auth = createBetterAuth(options, background);
  const accountBehind = createSessionLookup({
    pool: options.database.$client,
    secret: options.secret,
    cookieName: `${options.origin.startsWith('https:') ? '__Secure-' : ''}todo.session_token`,
  });
  return {
    async handle(request) {
      const response = keepCookies(request, await auth.handler(request));
      return options.post ? discreet(request, response) : response;
    },
    settled: () => background.settled(),

    async forgetfulCookies(given) {
      const { headers } = await auth.api.signOut({ headers: given, returnHeaders: true });
      return headers.getSetCookie();
    },

    // By a look-up of our own, because better-auth's takes several times as long.
    accountOf: accountBehind,
  };
}
