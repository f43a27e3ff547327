/** Before and after a word: no letter, digit or mark that would make it a part of another one. */
export const before = '(?<![\\p{L}\\p{N}_#@/.:-])';
export const after = "(?![\\p{L}\\p{N}_]|['’]s\\b)";

/** A pattern of whole words, in any case. */
export const words = (pattern: string): RegExp =>
  new RegExp(`${before}(?:${pattern})${after}`, 'giu');

/** Names of weekdays as people shorten them; the index counts from Monday. */
const weekdayPatterns = [
  'mon(?:day)?',
  'tue(?:s(?:day)?)?',
  'wed(?:nesday)?',
  'thu(?:r(?:s(?:day)?)?)?',
  'fri(?:day)?',
  'sat(?:urday)?',
  'sun(?:day)?',
];
export const weekdayWord = weekdayPatterns.join('|');

/** The weekday that a word such as "Thurs" or "mondays" names, from Monday = 0. */
export function weekdayNamed(word: string): number {
  return weekdayPatterns.findIndex((pattern) => new RegExp(`^(?:${pattern})s?$`, 'i').test(word));
}

/** Short names that are words of their own: sun cream, sat nav, to wed, mon ami. */
export const isDoubtful = (word: string): boolean => /^(?:mon|wed|sat|sun)$/i.test(word);

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
export const numberWord = `\\d{1,3}|an?|${numbers.join('|')}`;

/** The number that "3", "three" or "a" says. */
export function numberNamed(word: string): number {
  if (/^an?$/i.test(word)) return 1;
  const index = numbers.indexOf(word.toLowerCase());
  return index >= 0 ? index + 1 : Number(word);
}

/** Parts of the day, as minutes since midnight. */
export const partsOfDay: Record<string, number> = {
  morning: 9 * 60,
  noon: 12 * 60,
  afternoon: 15 * 60,
  evening: 19 * 60,
  night: 20 * 60,
};
