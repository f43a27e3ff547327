import { useRef, useState, type KeyboardEvent } from 'react';
import type { Follower } from './follow';
import { placeAt, wayTo, type Drag, type Place } from './moves';

interface Ports {
  /** All tasks of the list, in its order. */
  ids: readonly string[];
  /** Where they stand. */
  places: readonly Place[];
  onMove: (id: string, to: number) => void;
  /** Brings a line into sight. */
  scrollTo: (at: number) => void;
}

/** How long lines stand still after a drop, until the new order has come. */
const stillMs = 100;

/** A line that is picked up with the keys. */
interface Held {
  follower: Follower;
  from: number;
  at: number;
}

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** Moves lines to other places, and says aloud where they are. */
export function useDrag({ ids, places, onMove, scrollTo }: Ports) {
  const [drag, setDrag] = useState<Drag>();
  const [still, setStill] = useState(false);
  const [words, setWords] = useState('');
  const held = useRef<Held>(undefined);
  const place = (at: number) => `place ${at + 1} of ${ids.length}`;

  const follower = (id: string): Follower => {
    const from = ids.indexOf(id);
    let to = from;
    const end = (said: string) => {
      setWords(said);
      setDrag(undefined);
      setStill(true);
      setTimeout(() => setStill(false), stillMs);
    };
    return {
      begin: () => {
        setWords(`Picked up from ${place(from)}.`);
        setDrag({ id, from, to, by: 0 });
      },
      move: (by) => {
        const next = placeAt(places, from, by);
        if (next !== to) setWords(`Now at ${place(next)}.`);
        to = next;
        setDrag({ id, from, to, by });
      },
      drop: () => {
        end(`Dropped at ${place(to)}.`);
        if (to !== from) onMove(id, to);
      },
      cancel: () => end('Put back.'),
    };
  };

  const pickUp = (id: string) => {
    const from = ids.indexOf(id);
    held.current = { follower: follower(id), from, at: from };
    held.current.follower.begin();
  };
  const step = (line: Held, by: number) => {
    line.at = Math.max(0, Math.min(ids.length - 1, line.at + by));
    line.follower.move(wayTo(places, line.from, line.at));
    scrollTo(line.at);
  };
  const letGo = (how: 'drop' | 'cancel') => {
    held.current?.follower[how]();
    held.current = undefined;
  };
  const onKey = (id: string, { key }: KeyboardEvent): boolean => {
    const line = held.current;
    const by = steps[key];
    const presses = key === 'Enter' || key === ' ';
    if (line && by) step(line, by);
    else if (line && presses) letGo('drop');
    else if (line && key === 'Escape') letGo('cancel');
    else if (!line && presses) pickUp(id);
    else return false;
    return true;
  };

  return {
    drag,
    still,
    words,
    follower,
    /** For the handle of a line: picks it up, moves it by the arrows, and drops it. */
    keys: (id: string) => ({
      onKeyDown: (event: KeyboardEvent) => {
        if (!onKey(id, event)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      onBlur: () => letGo('cancel'),
    }),
  };
}
