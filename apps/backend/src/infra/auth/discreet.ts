/** The path of a login, below /api/auth. */
export const signIn = '/sign-in/email';

const notLetIn = {
  code: 'NOT_LET_IN',
  message:
    'This e-mail and password do not belong together, or the address is not confirmed yet. In that case we sent you a link: look into your mail.',
};
const oneWord = new Set<unknown>(['INVALID_EMAIL_OR_PASSWORD', 'EMAIL_NOT_VERIFIED']);

/**
 * Answers a failed login in the same words, whatever was wrong: whoever just signed up with an
 * address must not learn from the login whether it was new.
 */
export async function discreet(request: Request, response: Response): Promise<Response> {
  if (response.ok || !new URL(request.url).pathname.endsWith(signIn)) return response;
  const { code } = (await response.clone().json()) as { code?: unknown };
  return oneWord.has(code) ? Response.json(notLetIn, { status: 401 }) : response;
}
