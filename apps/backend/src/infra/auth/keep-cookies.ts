const takesBack = (cookie: string) => /;\s*max-age=0\b/i.test(cookie);

/**
 * Leaves a browser its cookie when the session behind it is not known. Only who logs out gives it
 * back: the question may have been sent before the browser got the cookie of a new session, and the
 * answer would take that one away.
 */
export function keepCookies({ method }: Request, response: Response): Response {
  if (method !== 'GET' && response.status !== 401) return response;
  const { headers } = response;
  const kept = headers.getSetCookie().filter((cookie) => !takesBack(cookie));
  headers.delete('set-cookie');
  for (const cookie of kept) headers.append('set-cookie', cookie);
  return response;
}
