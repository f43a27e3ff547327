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
import { closedPaths, consentPage, oauthPlugins } from './oauth-provider.ts';
import { trimmed } from './oauth-metadata.ts';
import { prepared } from './oauth-requests.ts';
import { createResourceSeed } from './oauth-resources.ts';
import { versioned } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { signedAnew } from './session-cookie.ts';
import { createSessionLookup } from './session-lookup.ts';

/** The header in which the server itself hands over the address it believes. */
export const clientAddressHeader = 'x-client-address';

export interface AuthOptions {
  database: Database;
  secrets: Secrets;
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

/** The tables, by the names that the library has for them. */
const tables = {
  user: schema.users,
  session: schema.sessions,
  account: schema.accounts,
  verification: schema.verifications,
  rateLimit: schema.rateLimits,
  jwks: schema.signingKeys,
  oauthClient: schema.oauthClients,
  oauthResource: schema.oauthResources,
  oauthClientResource: schema.oauthClientResources,
  oauthRefreshToken: schema.oauthRefreshTokens,
  oauthAccessToken: schema.oauthAccessTokens,
  oauthConsent: schema.oauthConsents,
  oauthClientAssertion: schema.oauthClientAssertions,
};

function createBetterAuth(options: AuthOptions, background: Background) {
  const { database, secrets, origin, trustedOrigins, post, log } = options;
  const byMail = post && createByMail({ database, post, background, origin });
  const auth = betterAuth({
    appName: 'Todo',
    baseURL: origin,
    basePath: '/api/auth',
    secrets: versioned(secrets),
    trustedOrigins,
    plugins: oauthPlugins(origin),
    disabledPaths: closedPaths,
    telemetry: { enabled: false },
    database: drizzleAdapter(database, {
      provider: 'pg',
      transaction: true,
      schema: tables,
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
    onAPIError: { throw: true, errorURL: new URL(consentPage, origin).href },
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
  const { secrets, origin } = options;
  const cookieName = `${origin.startsWith('https:') ? '__Secure-' : ''}todo.session_token`;
  const seedResources = createResourceSeed(options.database, origin);
  /** The request with a session cookie that the library knows. */
  const known = (request: Request) => {
    const cookies = request.headers.get('cookie');
    const anew = cookies && signedAnew(cookies, cookieName, secrets);
    if (anew === cookies) return request;
    const headers = new Headers(request.headers);
    headers.set('cookie', anew ?? '');
    return new Request(request, { headers });
  };
  const accountBehind = createSessionLookup({
    pool: options.database.$client,
    secrets,
    cookieName,
  });
  return {
    async handle(request) {
      const asked = await prepared(known(request), { origin, seedResources });
      if (asked instanceof Response) return asked;
      const response = keepCookies(request, await trimmed(asked, await auth.handler(asked)));
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
