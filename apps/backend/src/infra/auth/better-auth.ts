import { passwordLength } from '@todo-chatbot/shared';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import * as schema from '../database/schema/index.ts';
import { clientAddressHeader } from './auth-options.ts';
import type { AuthOptions } from './auth-options.ts';
import type { Background } from './background.ts';
import { createByMail } from './by-mail.ts';
import { checkProfile, createDiscretion, matchSignUp } from './discretion.ts';
import { closedPaths, oauthPlugins } from './oauth-provider.ts';
import { consentPage } from './oauth-tokens.ts';
import { versioned } from './secrets.ts';

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

/** The account library as this app wants it. It is large, so that it is loaded when it is asked. */
export function createBetterAuth(options: AuthOptions, background: Background) {
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
