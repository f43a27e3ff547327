import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';

/** A mail as it came over the wire. */
export interface Mail {
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
}

/** What Resend answers instead of taking a mail. */
interface Refusal {
  status: number;
  name: string;
}

async function read(request: IncomingMessage): Promise<Mail> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Mail;
}

/**
 * A server that takes mail as Resend does, and keeps it to be read.
 * @see https://resend.com/docs/api-reference/emails/send-email
 */
export class FakeResend {
  readonly apiKey = 're_of_the_browser_tests';
  readonly #taken: Mail[] = [];
  readonly #refusals = new Map<string, Refusal>();
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response);
  });

  async listen(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Lets the next mail to an address go wrong. */
  refuse(address: string, refusal: Refusal): void {
    this.#refusals.set(address, refusal);
  }

  /** Whether a mail that was to go wrong has come, and was refused. */
  hasRefused(address: string): boolean {
    return !this.#refusals.has(address);
  }

  /** The mails to an address that were taken so far. */
  mailsTo(address: string): Mail[] {
    return this.#taken.filter(({ to }) => to.includes(address));
  }

  /** Waits until an address has got so many mails on a subject, and reads the newest of them. */
  async mailTo(address: string, subject: RegExp, count = 1): Promise<Mail> {
    const fitting = () => this.mailsTo(address).filter((mail) => subject.test(mail.subject));
    await expect
      .poll(() => fitting().length, {
        message: `mails to ${address} on ${subject}`,
        timeout: 45_000,
      })
      .toBe(count);
    return fitting().at(-1) as Mail;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const refuse = ({ status, name }: Refusal) =>
      say(status, { statusCode: status, name, message: `Refused: ${name}` });
    if (request.method !== 'POST' || request.url !== '/emails') {
      return void refuse({ status: 404, name: 'not_found' });
    }
    if (request.headers.authorization !== `Bearer ${this.apiKey}`) {
      return void refuse({ status: 401, name: 'invalid_api_key' });
    }
    const mail = await read(request);
    const [address = ''] = mail.to;
    const refusal = this.#refusals.get(address);
    this.#refusals.delete(address);
    if (refusal) return void refuse(refusal);
    this.#taken.push(mail);
    say(200, { id: crypto.randomUUID() });
  }
}
