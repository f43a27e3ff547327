import type { PostOffice } from '../../modules/mail/post-office.ts';
import type { Database } from '../database/database.ts';
import type { Secrets } from './secrets.ts';

/** The header in which the server itself hands over the address it believes. */
export const clientAddressHeader = 'x-client-address';

export interface AuthOptions {
  database: Database;
  secrets: Secrets;
  /** The public origin of the app; an https origin makes the cookies secure ones. */
  origin: string;
  trustedOrigins: string[];
  /** Where letters go; undefined when there is no mail, and addresses are not verified. */
  post: PostOffice | undefined;
  log: (level: 'warn' | 'error', message: string, error: unknown) => void;
}
