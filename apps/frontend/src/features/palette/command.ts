import type { LucideIcon } from 'lucide-react';
import type { ShortcutId } from '../shortcuts/table';

/** Something the palette can do. */
export interface PaletteCommand {
  words: string;
  Icon: LucideIcon;
  /** Other words by which it is found. */
  also?: string;
  /** The shortcut that does the same. */
  keys?: ShortcutId;
  /** Shown only when it is looked for: there are too many of its kind. */
  onlyFound?: boolean;
  run: () => void;
}

const simplified = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a command is meant: each typed word begins one of its own, in any order. */
export function isMeant({ words, also = '', onlyFound }: PaletteCommand, typed: string): boolean {
  const wanted = simplified(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return !onlyFound;
  const own = simplified(`${words} ${also}`).split(/[\s“”,]+/);
  return wanted.every((word) => own.some((one) => one.startsWith(word)));
}
