/** What the library says of itself and is so here, too. */
const kept = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'revocation_endpoint',
  'jwks_uri',
  'scopes_supported',
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'code_challenge_methods_supported',
  'authorization_response_iss_parameter_supported',
];

/** No client has a secret. */
const own = {
  token_endpoint_auth_methods_supported: ['none'],
  revocation_endpoint_auth_methods_supported: ['none'],
};

/**
 * The answer to a request, without what the metadata promise and this server does not keep.
 * @see https://www.rfc-editor.org/rfc/rfc8414#section-2
 */
export async function trimmed({ url }: Request, response: Response): Promise<Response> {
  if (!new URL(url).pathname.startsWith('/.well-known/') || !response.ok) return response;
  const told = (await response.json()) as Record<string, unknown>;
  const metadata = Object.fromEntries(kept.map((name) => [name, told[name]]));
  return Response.json({ ...metadata, ...own }, { headers: { 'cache-control': 'max-age=300' } });
}
