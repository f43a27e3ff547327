import { shortcut, type ShortcutId } from '@/features/shortcuts/table';

interface Options {
  /** The shortcut that does the same. */
  keys?: ShortcutId | undefined;
  side?: 'right' | 'bottom';
}

/**
 * What an element without words says to those who rest on it, and which key does the same: spread
 * over the element, and shown by {@link Hints}. To a screen reader its name says the same.
 */
export const hint = (words: string, { keys, side }: Options = {}) => ({
  'data-hint': words,
  'data-hint-keys': keys && shortcut(keys).keys[0],
  'data-hint-side': side,
});
