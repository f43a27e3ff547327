// What turns the direction of reading, or cannot be seen; joiners stay, since emoji and several
// scripts are written with them.
const unseen = /(?![\u200c\u200d])\p{Cf}/gu;
const control = /[\p{Cc}\p{Cs}]/gu;

// Mail programs make links of what looks like an address, even in plain text. A blank after each
// sign that holds an address together leaves words that can be read and nothing that can be
// pressed. A time or a number of one sign (9:30, 2.5) stays as it is; so does the end of a sentence.
// The signs: dots in the forms that domain names take, colons, at signs; and the two that make
// \\server\share, which some programs open, and [text](address), which some draw.
const joints =
  /(?<![\w.:@])\d+[.:]\d+(?![\d./:@])|[.\u3002\uff0e\uff61\u2024](?=[^\s.])|[:\uff1a@\uff20](?=\S)|\\(?=\\)|\](?=\()/gu;

const spaced = (text: string): string =>
  text.replace(joints, (joint) => (joint.length === 1 ? `${joint} ` : joint));

/** Cuts a text between characters as people see them. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (kept.length + segment.length >= longest) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** One line of somebody's words for a mail: no address in it, no break, no turned direction. */
export function inertLine(text: string, longest: number): string {
  const plain = text.replace(unseen, '').replace(control, ' ');
  return cut(spaced(plain).replace(/\s+/gu, ' ').trim(), longest);
}

/** Lines of somebody's words for a mail, each as {@link inertLine}; blank ones are left out. */
export const inertLines = (text: string, longest: number): string[] =>
  cut(text, longest)
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => inertLine(line, 2 * longest))
    .filter(Boolean);
