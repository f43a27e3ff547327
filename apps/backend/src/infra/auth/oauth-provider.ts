import { oauthProvider } from '@better-auth/oauth-provider';
import { tokenScopes } from '@todo-chatbot/shared';
import { jwt } from 'better-auth/plugins/jwt';
import { consentPage, signing } from './oauth-tokens.ts';

const minutes = 60;
const days = 24 * 60 * minutes;

/**
 * What the account library needs to let programs act for a person: authorization codes with PKCE
 * for clients without a secret, which register themselves, and access tokens that are JWTs.
 * @see https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization
 */
export const oauthPlugins = (origin: string) => [
  jwt({
    jwks: { keyPairConfig: signing },
    jwt: { issuer: origin },
    adapter: {
      // The library would make a key by itself, in each process that finds none.
      createJwk: () => {
        throw new Error('There is no key to sign with. Run the migration job with the secret.');
      },
    },
    // Sessions are no tokens: what may be asked with one is in its own hands.
    disableSettingJwtHeader: true,
  }),
  oauthProvider({
    loginPage: '/login',
    consentPage,
    scopes: [...tokenScopes, 'offline_access'],
    grantTypes: ['authorization_code', 'refresh_token'],
    allowDynamicClientRegistration: true,
    // A client of MCP comes before anybody is signed in. What it registers is worth nothing until
    // a person consents, see also what of its request is read at all.
    allowUnauthenticatedClientRegistration: true,
    // Every client may ask for both resources; the person decides.
    enforcePerClientResources: false,
    accessTokenExpiresIn: 15 * minutes,
    refreshTokenExpiresIn: 30 * days,
    codeExpiresIn: 5 * minutes,
    // Per address; a room of people may be behind one.
    rateLimit: { register: { window: 60, max: 20 }, token: { window: 60, max: 60 } },
  }),
];

/** Paths of the plugins that nobody needs here. */
export const closedPaths = [
  '/token',
  '/oauth2/create-client',
  '/oauth2/get-client',
  '/oauth2/get-clients',
  '/oauth2/public-client-prelogin',
  '/oauth2/update-client',
  '/oauth2/client/rotate-secret',
  '/oauth2/delete-client',
  '/oauth2/get-consent',
  '/oauth2/get-consents',
  '/oauth2/update-consent',
  '/oauth2/delete-consent',
  '/oauth2/introspect',
  '/oauth2/userinfo',
  '/oauth2/continue',
  '/oauth2/end-session',
  '/oauth2/end-session/confirm',
];
