import type { Letter, Writer } from '../../modules/mail/letter.ts';
import type { Words } from './words.ts';
import { wordsOf } from './words.ts';

const asText = ({ paragraphs, action, footnote }: Words, link: string) =>
  [...paragraphs, `${action}:\n${link}`, footnote].join('\n\n') + '\n';

/** Writes mails as HTML and as text. What draws them is loaded for the first one. */
export const createWriter =
  (from: string): Writer =>
  async (letter: Letter) => {
    const words = wordsOf(letter);
    const { asHtml } = await import('./page.ts');
    return {
      from,
      to: letter.to.email,
      subject: words.subject,
      html: asHtml(words, letter.link),
      text: asText(words, letter.link),
    };
  };
