import { shortcut, shortcutIds, type ShortcutId } from './table';

/** How long the second key of a sequence may take, in milliseconds. */
export const patience = 1_500;

/** Returns false when there is nothing to do; the key then keeps its own meaning. */
export type Handler = (event: KeyboardEvent) => unknown;

/** A chord, when it came, and what stands in its way. */
export interface Stroke {
  chord: string;
  /** Milliseconds, of any clock that does not go back. */
  at: number;
  /** A field has the focus, or something floats above the page. */
  busy: boolean;
  /** The key is being held down. */
  repeat: boolean;
}

/** Finds what a stroke means, remembering the strokes before it. */
export function createBoard() {
  const handlers = new Map<ShortcutId, Handler[]>();
  let begun = { chord: '', at: -Infinity };

  const active = (stroke: Stroke) =>
    shortcutIds.filter((id) => {
      const { always, repeats } = shortcut(id);
      return handlers.has(id) && (always || !stroke.busy) && (repeats || !stroke.repeat);
    });

  return {
    /** Adds a handler and returns what takes it away; the latest of an id is asked. */
    add(id: ShortcutId, handler: Handler): () => void {
      handlers.set(id, [...(handlers.get(id) ?? []), handler]);
      return () => {
        const left = (handlers.get(id) ?? []).filter((one) => one !== handler);
        if (left.length > 0) handlers.set(id, left);
        else handlers.delete(id);
      };
    },

    /** The handler that a stroke asks for; null when it may yet begin or mean something else. */
    stroke(stroke: Stroke): Handler | null {
      const before = stroke.at - begun.at <= patience ? begun.chord : '';
      const tries = before ? [`${before} ${stroke.chord}`, stroke.chord] : [stroke.chord];
      const ids = active(stroke);
      begun = { chord: '', at: -Infinity };
      for (const keys of tries) {
        const id = ids.find((one) => shortcut(one).keys.includes(keys));
        if (id) return handlers.get(id)?.at(-1) ?? null;
        if (ids.some((one) => shortcut(one).keys.some((other) => other.startsWith(`${keys} `)))) {
          begun = { chord: keys, at: stroke.at };
          return null;
        }
      }
      return null;
    },
  };
}
