import { tagName, taskLimits, type Priority } from '../contracts/task.ts';
import type { Scan } from './scan.ts';
import { words } from './words.ts';

const addresses = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/giu;
const quotes = /"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|`[^`]+`/gu;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Seals what is never a date or a tag: addresses, quotations, and what the person took back. */
export function sealPlain(scan: Scan, plain: readonly string[]): void {
  const taken = plain.filter(Boolean).map((text) => new RegExp(escaped(text), 'giu'));
  for (const pattern of [addresses, quotes, ...taken]) {
    for (const match of scan.rest.matchAll(pattern)) {
      scan.seal(match.index, match.index + match[0].length);
    }
  }
}

const tags = /(?<!\S)#([^\s#,\uFFFC\uFFFD]*[\p{L}\p{N}_])/gu;

/** Tags such as `#home`; a number alone is none, it names an issue or a house. */
export function takeTags(scan: Scan): string[] {
  const found = new Set<string>();
  for (const match of scan.rest.matchAll(tags)) {
    const name = tagName.safeParse(match[1]);
    if (!name.success || /^\d+$/.test(name.data) || found.size >= taskLimits.tags) continue;
    found.add(name.data);
    scan.take('tag', match.index, match.index + match[0].length);
  }
  return [...found];
}

const byMark: Record<string, Priority> = {
  '!1': 'high',
  '!2': 'medium',
  '!3': 'low',
  '!high': 'high',
  '!medium': 'medium',
  '!med': 'medium',
  '!low': 'low',
  '!!!': 'high',
  '!!': 'medium',
  p1: 'high',
  p2: 'medium',
  p3: 'low',
  p4: 'none',
};
const marks = [/(?<!\S)!(?:high|med(?:ium)?|low|[123]|!{1,2})(?![^\s.,;])/giu, words('p[1-4]')];

/** A priority such as `!high`, `!1` or `p1`; of several the last one counts. */
export function takePriority(scan: Scan): Priority | undefined {
  const found = marks.flatMap((pattern) => [...scan.rest.matchAll(pattern)]);
  for (const match of found) scan.take('priority', match.index, match.index + match[0].length);
  const last = found.toSorted((a, b) => a.index - b.index).at(-1);
  return last && byMark[last[0].toLowerCase()];
}
