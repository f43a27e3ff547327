import type { FastifyInstance } from 'fastify';
import { origin } from './app.ts';

/** What a request may set beyond method, address and body. */
export interface Extras {
  headers?: Record<string, string>;
  remoteAddress?: string;
}

/** A person's browser: it keeps cookies, and sends the origin of the app's pages. */
export class Browser {
  readonly #server: FastifyInstance;
  readonly #origin: string;
  readonly cookies = new Map<string, string>();

  constructor(server: FastifyInstance, pages = origin) {
    this.#server = server;
    this.#origin = pages;
  }

  async send(request: string, body?: object | string, extras: Extras = {}) {
    const [method = '', url = ''] = request.split(' ');
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#server.inject({
      method: method as 'GET',
      url,
      headers: {
        origin: this.#origin,
        ...(cookie && { cookie }),
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...extras.headers,
      },
      ...(body !== undefined && { payload: body }),
      ...(extras.remoteAddress && { remoteAddress: extras.remoteAddress }),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, encodeURIComponent(value));
    }
    return response;
  }

  /** Signs a new person up and in; answers what the login answered. */
  async signUp(name: string) {
    const email = emailOf(name);
    const password = passwordOf(name);
    await this.send('POST /api/auth/sign-up/email', { name, email, password });
    return this.signIn(name);
  }

  /** Logs a person in that {@link signUp} made. */
  async signIn(name: string, password = passwordOf(name)) {
    return this.send('POST /api/auth/sign-in/email', { email: emailOf(name), password });
  }
}

/** The address under which {@link Browser.signUp} signs a person up. */
export const emailOf = (name: string) => `${name.toLowerCase()}@example.org`;

/** The password under which {@link Browser.signUp} signs a person up. */
export const passwordOf = (name: string) => `the password of ${name}`;
