import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { until } from './process.ts';

const line = z.string().regex(/^[^\r\n]+$/);
const emailBody = z.strictObject({
  from: line,
  to: z.array(z.email()).min(1).max(50),
  subject: line,
  html: z.string(),
  text: z.string(),
  headers: z.record(line, line).optional(),
});

/** A request as it came over the wire. */
export interface Attempt {
  key: string;
  body: string;
}

/** A mail that the provider took. */
export interface DeliveredMail extends z.infer<typeof emailBody> {
  key: string;
}

/**
 * How the provider misbehaves: it answers an error, with the seconds to wait if it says so, or takes
 * the mail and breaks off, or takes it and never answers.
 */
export type Fault =
  | { status: number; name: string; retryAfter?: number }
  | 'accepts-and-breaks-off'
  | 'accepts-and-hangs';

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

interface Answer {
  status: number;
  body: object;
  retryAfter?: number | undefined;
}

function answer(response: ServerResponse, { status, body, retryAfter }: Answer): void {
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  response.writeHead(status, { 'content-type': 'application/json', ...wait });
  response.end(JSON.stringify(body));
}

/**
 * A server that speaks as Resend does, and remembers what it was told.
 * @see https://resend.com/docs/api-reference/emails/send-email
 * @see https://resend.com/docs/dashboard/emails/idempotency-keys
 */
export class FakeResend {
  readonly apiKey = 're_of_the_tests';
  readonly attempts: Attempt[] = [];
  readonly delivered: DeliveredMail[] = [];
  readonly #known = new Map<string, { id: string; digest: string }>();
  readonly #faults: Fault[] = [];
  /** Says what goes wrong with a request that {@link fail} says nothing of. */
  misbehave: () => Fault | undefined = () => undefined;
  readonly #server = createServer((request, response) => {
    void this.#take(request, response);
  });

  async listen(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** Lets the next request go wrong. */
  fail(fault: Fault): void {
    this.#faults.push(fault);
  }

  /** Waits for a mail to an address, the newest of those that fit. */
  async mailTo(address: string, subject = /(?:)/): Promise<DeliveredMail> {
    const find = () =>
      this.delivered.findLast((mail) => mail.to.includes(address) && subject.test(mail.subject));
    await until(`a mail reaches ${address}`, async () => find() !== undefined);
    return find() as DeliveredMail;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const key = request.headers['idempotency-key']?.toString() ?? '';
    const refuse = (status: number, name: string, retryAfter?: number) => {
      const body = { statusCode: status, name, message: `Refused: ${name}` };
      answer(response, { status, body, retryAfter });
    };
    if (request.method !== 'POST' || request.url !== '/emails') return refuse(404, 'not_found');
    if (request.headers.authorization !== `Bearer ${this.apiKey}`) {
      return refuse(401, 'invalid_api_key');
    }
    this.attempts.push({ key, body });
    const fault = this.#faults.shift() ?? this.misbehave();
    if (typeof fault === 'object') return refuse(fault.status, fault.name, fault.retryAfter);
    const mail = emailBody.safeParse(JSON.parse(body));
    if (!mail.success) return refuse(422, 'validation_error');

    const digest = createHash('sha256').update(body).digest('hex');
    const known = this.#known.get(key);
    if (known && known.digest !== digest) return refuse(409, 'invalid_idempotent_request');
    const id = known?.id ?? randomUUID();
    if (!known) this.delivered.push({ ...mail.data, key });
    if (key) this.#known.set(key, { id, digest });
    if (fault === 'accepts-and-hangs') return;
    if (fault) return void request.socket.destroy();
    answer(response, { status: 200, body: { id } });
  }
}
