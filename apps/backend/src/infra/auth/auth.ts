import type { SessionReader } from '../../modules/accounts/account.ts';
import type { AuthOptions } from './auth-options.ts';
import { createBackground } from './background.ts';
import type { createBetterAuth } from './better-auth.ts';
import { discreet } from './discreet.ts';
import { keepCookies } from './keep-cookies.ts';
import { trimmed } from './oauth-metadata.ts';
import { prepared } from './oauth-requests.ts';
import { createResourceSeed } from './oauth-resources.ts';
import { signedAnew } from './session-cookie.ts';
import { createSessionLookup } from './session-lookup.ts';

type BetterAuth = ReturnType<typeof createBetterAuth>;

/** Answers the requests below /api/auth, and tells who is signed in. */
export interface Auth extends SessionReader {
  handle(request: Request): Promise<Response>;
  /** The Set-Cookie headers that make a browser forget its session. */
  forgetfulCookies(headers: Headers): Promise<string[]>;
  /** When everything was done that answers did not wait for. */
  settled(): Promise<void>;
}

/** Builds accounts and sessions on better-auth. */
export function createAuth(options: AuthOptions): Auth {
  const background = createBackground((error) => {
    options.log('error', 'work after an answer failed', error);
  });
  let library: Promise<BetterAuth> | undefined;
  const load = () =>
    (library ??= import('./better-auth.ts').then(({ createBetterAuth }) =>
      createBetterAuth(options, background),
    ));
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
      const { handler } = await load();
      const response = keepCookies(request, await trimmed(asked, await handler(asked)));
      return options.post ? discreet(request, response) : response;
    },
    settled: () => background.settled(),

    async forgetfulCookies(given) {
      const { api } = await load();
      const { headers } = await api.signOut({ headers: given, returnHeaders: true });
      return headers.getSetCookie();
    },

    // By a look-up of our own, because better-auth's takes several times as long.
    accountOf: accountBehind,
  };
}
