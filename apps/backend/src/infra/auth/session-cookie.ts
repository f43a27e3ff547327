import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secrets } from './secrets.ts';

const sign = (token: string, secret: string) =>
  createHmac('sha256', secret).update(token).digest('base64');

/** The token of a signed cookie (`token.signature`), undefined when the signature is not ours. */
export function signedToken(value: string, secrets: readonly string[]): string | undefined {
  const dot = value.lastIndexOf('.');
  const token = value.slice(0, Math.max(dot, 0));
  // Compared as text: reading base64 passes over what does not belong there.
  const given = Buffer.from(value.slice(dot + 1));
  const isBy = (secret: string) => {
    const own = Buffer.from(sign(token, secret));
    return given.length === own.length && timingSafeEqual(given, own);
  };
  return token && secrets.some(isBy) ? token : undefined;
}

/** The cookie of a name, decoded; undefined when there is none. */
export function cookieOf(cookies: string, name: string): string | undefined {
  const found = cookies
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`));
  try {
    return found && decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return undefined;
  }
}

/**
 * The cookies of a request with the one of this name signed anew, when an earlier secret had signed
 * it: better-auth knows cookies by the secret in use alone.
 */
export function signedAnew(cookies: string, name: string, secrets: Secrets): string {
  const value = cookieOf(cookies, name);
  const [current, ...earlier] = secrets;
  const token = value && signedToken(value, earlier);
  if (!token) return cookies;
  const others = cookies.split(';').filter((pair) => !pair.trim().startsWith(`${name}=`));
  return [...others, `${name}=${encodeURIComponent(`${token}.${sign(token, current)}`)}`].join(';');
}
