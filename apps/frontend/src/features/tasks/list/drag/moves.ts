/** Where a line stands in its list. */
export interface Place {
  top: number;
  height: number;
}

/** A line on its way to another place. */
export interface Drag {
  id: string;
  from: number;
  to: number;
  /** How far it is from where it stood, in pixels. */
  by: number;
}

const middle = ({ top, height }: Place) => top + height / 2;

/** The place that is nearest to a line which was moved so far. */
export function placeAt(places: readonly Place[], from: number, by: number): number {
  const moved = places[from];
  if (!moved) return from;
  const away = places.map((place) => Math.abs(middle(place) - middle(moved) - by));
  return away.indexOf(Math.min(...away));
}

/** How far a line has to go until it stands in the place of another one. */
export function wayTo(places: readonly Place[], from: number, to: number): number {
  const [moved, other] = [places[from], places[to]];
  if (!moved || !other) return 0;
  const down = to > from ? other.height - moved.height : 0;
  return other.top + down - moved.top;
}

/** How far a line stands aside for the one that is moved. */
export function shiftOf({ from, to, by }: Drag, at: number, height: number): number {
  if (at === from) return by;
  if (from < at && at <= to) return -height;
  return to <= at && at < from ? height : 0;
}
