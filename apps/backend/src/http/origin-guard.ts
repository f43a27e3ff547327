import type { FastifyInstance } from 'fastify';
import { AppError } from '../modules/app-error.ts';

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);
// Browsers without these headers are long gone; other clients carry no stranger's cookies.
const ownSites = new Set([undefined, 'same-origin', 'none']);

const stranger = () =>
  new AppError(
    'forbidden_origin',
    'Changes are taken from the app’s own pages only. If this is one, add its origin to ALLOWED_ORIGINS.',
  );

/**
 * Refuses changes that a page of another origin asks for.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function registerOriginGuard(server: FastifyInstance, trustedOrigins: string[]): void {
  server.addHook('onRequest', ({ method, headers }, _reply, done) => {
    if (readOnly.has(method)) return done();
    const { origin } = headers;
    const site = headers['sec-fetch-site']?.toString();
    const trusted = origin === undefined ? ownSites.has(site) : trustedOrigins.includes(origin);
    done(trusted ? undefined : stranger());
  });
}
