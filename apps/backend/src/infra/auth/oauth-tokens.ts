/** What access tokens can be good for, as their `aud` names it. */
export const resourcesOf = (origin: string) => ({
  api: new URL('/api/v1', origin).href,
  mcp: new URL('/mcp', origin).href,
});

/** How access tokens are signed. */
export const signing = { alg: 'EdDSA', crv: 'Ed25519' } as const;

/** Where a person decides about a program, and hears when there is nothing to decide. */
export const consentPage = '/consent';

/** The type in the head of an access token. @see https://www.rfc-editor.org/rfc/rfc9068 */
export const accessTokenType = 'at+jwt';
