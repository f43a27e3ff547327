/** Who gets a letter. */
export interface Recipient {
  userId: string;
  email: string;
  name: string;
}

/** What a person is written about; `link` is the page on which to go on. */
export interface Letter {
  about: 'verify-address' | 'reset-password' | 'password-changed' | 'address-registered';
  to: Recipient;
  link: string;
}

/** A letter as it is sent: nothing in it changes between two tries. */
export interface Mail {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
}

/** Writes letters into mails. */
export type Writer = (letter: Letter) => Promise<Mail>;
