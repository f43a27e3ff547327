import type { Resend } from 'resend';
import { MailDelayed, MailRefused } from '../../modules/mail/post-office.ts';
import type { Carrier } from '../../modules/mail/post-office.ts';

export interface ResendOptions {
  apiKey: string;
  /** Where the API is; the provider's own address by default. */
  baseUrl: string | undefined;
}

// What is wrong with the mail itself; a wrong key or a used-up quota can be put right meanwhile.
const hopeless = new Set([
  'validation_error',
  'invalid_parameter',
  'missing_required_field',
  'invalid_idempotent_request',
]);

// Seconds; whatever the provider says, it is asked again within this time.
const longestDelay = 900;

/**
 * Hands mails to Resend. Its client is loaded for the first one.
 * @see https://resend.com/docs/api-reference/emails/send-email
 */
export function createResendCarrier({ apiKey, baseUrl }: ResendOptions): Carrier {
  let client: Promise<Resend> | undefined;
  const load = async () => {
    const { Resend } = await import('./resend.ts');
    return new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  };
  return {
    async carry({ to, ...mail }, idempotencyKey, signal) {
      const { emails } = await (client ??= load());
      const options = { idempotencyKey, ...(signal && { signal }) };
      const { error, headers } = await emails.send({ ...mail, to: [to] }, options);
      if (!error) return;
      // The provider's own words may repeat the address.
      const what = `The mail provider answered ${error.statusCode ?? 'nothing'} (${error.name}).`;
      if (hopeless.has(error.name)) throw new MailRefused(what);
      const seconds = Number(headers?.['retry-after']);
      if (seconds > 0) throw new MailDelayed(what, Math.min(seconds, longestDelay));
      throw new Error(what);
    },
  };
}
