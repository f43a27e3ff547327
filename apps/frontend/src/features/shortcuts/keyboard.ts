import { createBoard, type Handler } from './board';
import { chordOf } from './chord';
import { shortcut, type ShortcutId } from './table';

/** Whether this is a Mac, where ⌘ does what Ctrl does elsewhere. */
export const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

// Buttons and links have a meaning of their own for these keys.
const native = ['Enter', ' '];
const fields =
  'input:not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]';
const floating = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

const isBusy = (target: EventTarget | null) =>
  (target instanceof Element && target.matches(fields)) ||
  document.querySelector(floating) !== null;

const keepsItsKey = ({ key, target }: KeyboardEvent) =>
  native.includes(key) && target instanceof Element && target.closest('a, button, input') !== null;

// Modifiers come as keys too, in the midst of a sequence.
const modifiers = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

const board = createBoard();

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || modifiers.includes(event.key)) return;
  const typesWithAltGr = event.getModifierState('AltGraph');
  const { key, shiftKey, metaKey, repeat } = event;
  const held = {
    ctrlKey: event.ctrlKey && !typesWithAltGr,
    altKey: event.altKey && !typesWithAltGr,
  };
  const chord = chordOf({ key, shiftKey, metaKey, ...held }, isMac());
  if (keepsItsKey(event) && chord === key) return;
  const handler = board.stroke({ chord, at: event.timeStamp, busy: isBusy(event.target), repeat });
  if (handler && handler(event) !== false) event.preventDefault();
}

let listening = 0;

/** Listens to the keyboard for as long as anybody wants to hear of a shortcut. */
export function listen(id: ShortcutId, handler: Handler): () => void {
  const remove = board.add(id, handler);
  if (listening++ === 0) document.addEventListener('keydown', onKeyDown);
  return () => {
    remove();
    if (--listening === 0) document.removeEventListener('keydown', onKeyDown);
  };
}

/** Whether a key press is that shortcut, for a component that listens by itself. */
export const isShortcut = (
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  id: ShortcutId,
) => shortcut(id).keys.includes(chordOf(event, isMac()));
