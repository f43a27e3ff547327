/** What a key press says; a part of the browser's KeyboardEvent. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const isLetter = (key: string) => key.length === 1 && key.toLowerCase() !== key.toUpperCase();

/**
 * The chord of a key press in the words of the table. Shift counts with letters and named keys
 * only: where a keyboard has its question mark is its own affair.
 */
export function chordOf(press: KeyPress, mac: boolean): string {
  const key = isLetter(press.key) ? press.key.toLowerCase() : press.key;
  const modifiers = [
    [mac ? press.metaKey : press.ctrlKey, 'mod'],
    [mac ? press.ctrlKey : press.metaKey, mac ? 'ctrl' : 'meta'],
    [press.altKey, 'alt'],
    [press.shiftKey && (isLetter(key) || key.length > 1), 'shift'],
  ] as const;
  return [...modifiers.filter(([held]) => held).map(([, name]) => name), key].join('+');
}

const names: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Backspace: '⌫',
  Delete: 'Del',
};
const macNames: Record<string, string> = {
  mod: '⌘',
  alt: '⌥',
  shift: '⇧',
  Enter: '↵',
  Delete: '⌦',
};
const otherNames: Record<string, string> = { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' };

const keyName = (key: string, mac: boolean) =>
  (mac ? macNames : otherNames)[key] ?? names[key] ?? (isLetter(key) ? key.toUpperCase() : key);

/** The keys of a shortcut as they are printed on the keyboard, chord by chord. */
export const keyCaps = (keys: string, mac: boolean): string[][] =>
  keys.split(' ').map((chord) => chord.split('+').map((key) => keyName(key, mac)));

const ariaNames: Record<string, string> = { alt: 'Alt', shift: 'Shift' };

/**
 * The same for `aria-keyshortcuts`, which knows no sequences.
 * @see https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts
 */
export function ariaKeys(keys: readonly string[], mac: boolean): string | undefined {
  const mod = mac ? 'Meta' : 'Control';
  const chords = keys
    .filter((chord) => !chord.includes(' '))
    .map((chord) =>
      chord
        .split('+')
        .map((key) => (key === 'mod' ? mod : (ariaNames[key] ?? key)))
        .join('+'),
    );
  return chords.join(' ') || undefined;
}
