import type { Letter } from '../../modules/mail/letter.ts';
import { plainName } from '../../modules/mail/plain-name.ts';

/** What a letter says, before it gets its form. */
export interface Words {
  subject: string;
  paragraphs: string[];
  action: string;
  footnote: string;
}

const greeting = (name: string) => {
  const plain = plainName(name);
  return plain ? `Hello ${plain},` : 'Hello,';
};

const words = {
  // The name in a new account may be anybody's invention, and so may the address: no greeting.
  'verify-address': () => ({
    subject: 'Confirm your e-mail address',
    paragraphs: [
      'Somebody, hopefully you, made a Todo account with this address. Confirm that it is yours, then log in.',
    ],
    action: 'Confirm address',
    footnote:
      'The link is good for 24 hours. If it was not you, do nothing: the account stays locked.',
  }),
  'reset-password': (name) => ({
    subject: 'Choose a new password',
    paragraphs: [greeting(name), 'You asked for a new password for your Todo account.'],
    action: 'Choose a new password',
    footnote: 'The link is good for one hour and once. If it was not you, do nothing.',
  }),
  'password-changed': (name) => ({
    subject: 'Your password was changed',
    paragraphs: [
      greeting(name),
      'The password of your Todo account was changed just now. If it was you, all is well.',
    ],
    action: 'It was not me',
    footnote: 'The button leads to the page on which you can take your account back.',
  }),
  'address-registered': (name) => ({
    subject: 'You have an account already',
    paragraphs: [
      greeting(name),
      'Somebody, hopefully you, tried to sign up with this address. It has a Todo account already: log in, or choose a new password if you forgot yours.',
    ],
    action: 'Choose a new password',
    footnote: 'If it was not you, do nothing: your account was not touched.',
  }),
} satisfies Record<Letter['about'], (name: string) => Words>;

/** What a letter says. */
export const wordsOf = ({ about, to }: Letter): Words => words[about](to.name);
