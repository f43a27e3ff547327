import type { Resend } from 'resend';
import { MailRefused } from '../../modules/mail/post-office.ts';
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

/**
 * Hands mails to Resend. Its client is loaded for the first one.
 * @see https://resend.com/docs/api-reference/emails/send-email
 */
export function createResendCarrier({ apiKey, baseUrl }: ResendOptions): Carrier {
  let client: Promise<Resend> | undefined;
  const load = async () => {
    const { Resend } = await import('resend');
    return new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  };
  return {
    async carry({ to, ...mail }, idempotencyKey) {
      const { emails } = await (client ??= load());
      const { error } = await emails.send({ ...mail, to: [to] }, { idempotencyKey });
      if (!error) return;
      // The provider's own words may repeat the address.
      const what = `The mail provider answered ${error.statusCode ?? 'nothing'} (${error.name}).`;
      throw hopeless.has(error.name) ? new MailRefused(what) : new Error(what);
    },
  };
}
