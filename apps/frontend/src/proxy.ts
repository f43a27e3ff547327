import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './lib/content-security-policy';
import { wantedHeader } from './lib/wanted-page';

/**
 * Gives every page its own nonce, which Next puts on its scripts when it finds it in the request,
 * and lets it know its address.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(wantedHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

// Pages only: passing through here would make Next hold request bodies for the backend in memory.
export const config = { matcher: '/((?!api/|mcp$|\\.well-known/|_next/static/).*)' };
