import { leadingTo } from '@/lib/wanted-page';

/** The way out for somebody who remembers the password, and then goes on to what was wanted. */
export const rememberedIt = (wanted: string) => ({
  question: 'Remembered it?',
  label: 'Log in',
  href: leadingTo(wanted, '/login'),
});
