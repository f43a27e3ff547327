interface Action {
  label: string;
  run: () => void;
}

/** A short message that floats in and leaves by itself. */
export interface Notice {
  title: string;
  /** What kind of message it is, above the title where that is somebody's own words. */
  about?: string;
  danger?: boolean;
  /** What the person may do about it, for as long as it shows. */
  action?: Action;
  /** What else may be done, by other labels. */
  more?: Action[];
  /** Shows longer, and can be found elsewhere once it has left by itself: that is no answer to it. */
  lasting?: boolean;
  /** Called when it has gone without its action having been taken. */
  onGone?: () => void;
}

export type ShownNotice = Notice & { id: number };

let shown: readonly ShownNotice[] = [];
let last = 0;
const listeners = new Set<() => void>();

function show(next: readonly ShownNotice[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

const take = (id: number) => {
  const notice = shown.find((one) => one.id === id);
  if (notice) show(shown.filter((one) => one !== notice));
  return notice;
};

/** The notices on the screen, for `useSyncExternalStore`. */
export const notices = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => shown,
};

/** Shows a notice. @returns its id */
export function notify(notice: Notice): number {
  show([...shown, { ...notice, id: ++last }]);
  return last;
}

/** Takes the action of a notice, or another one of it by its label. */
export function act(id: number, label?: string): void {
  const { action, more = [] } = take(id) ?? {};
  const taken =
    label === undefined ? action : [action, ...more].find((one) => one?.label === label);
  taken?.run();
}

/** Takes a notice away that says what is no longer so. */
export function withdraw(id: number): void {
  take(id);
}

/** Takes back what the latest notice with an Undo tells of; false when there is none. */
export function undoLast(): boolean {
  const notice = shown.findLast(({ action }) => action?.label === 'Undo');
  if (notice) act(notice.id);
  return notice !== undefined;
}

/** Lets a notice go. */
export function dismiss(id: number): void {
  take(id)?.onGone?.();
}
