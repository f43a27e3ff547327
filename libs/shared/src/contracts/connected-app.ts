import { z } from 'zod';
import { tokenScope } from './account.ts';
import { singleLine } from './text.ts';

/** The name under which a program asks to be let in. */
const programName = singleLine()
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must have at most 100 characters');

/**
 * What is taken from a program that registers itself; the rest of what it may say is passed over.
 * It gets no secret, and shows by PKCE that it is the one who asked.
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-2
 */
export const clientRegistration = z
  .object({
    client_name: programName.default('A program without a name'),
    redirect_uris: z.array(z.url().max(1_000)).min(1).max(10),
  })
  .transform(({ client_name, redirect_uris }) => ({
    client_name,
    redirect_uris,
    application_type: 'native' as const,
    token_endpoint_auth_method: 'none' as const,
    grant_types: ['authorization_code', 'refresh_token'] as const,
    response_types: ['code'] as const,
  }));

/** A program that a person let act for them. */
export const connectedApp = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(tokenScope),
  /** Where the program was sent back to with the person's consent, as {@link placeOf} tells it. */
  places: z.array(z.string()),
  connectedAt: z.iso.datetime(),
});
export type ConnectedApp = z.infer<typeof connectedApp>;
export const connectedAppList = z.object({ items: z.array(connectedApp) });

const thisDevice = ['127.0.0.1', 'localhost', '[::1]'];

/** Where a program is sent back to, in the words that a person can check. */
export function placeOf(address: string): string {
  if (!URL.canParse(address)) return 'an address that cannot be read';
  const { protocol, host, hostname } = new URL(address);
  if (thisDevice.includes(hostname)) return 'a program on this device';
  return protocol === 'https:' ? host : `the app “${protocol.slice(0, -1)}”`;
}
