/** A short message that floats in and leaves by itself. */
export interface Notice {
  title: string;
  danger?: boolean;
  /** What the person may do about it, for as long as it shows. */
  action?: { label: string; run: () => void };
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

/** Shows a notice. */
export function notify(notice: Notice): void {
  show([...shown, { ...notice, id: ++last }]);
}

/** Takes the action of a notice. */
export function act(id: number): void {
  take(id)?.action?.run();
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
