import { scrollAtEdge } from './scroll-at-edge';

/** What happens to a line that follows a pointer. */
export interface Follower {
  begin: () => void;
  /** @param by how far the pointer has gone since it was pressed, in pixels of the page */
  move: (by: number) => void;
  drop: () => void;
  cancel: () => void;
}

interface Point {
  clientX: number;
  clientY: number;
}

/** How far a mouse has to go before it drags: less is the trembling of a click. */
const mouseDistance = 6;
/** How long a finger has to be held down before it drags: less is a tap or a scroll. */
const touchDelayMs = 250;
const touchTolerance = 8;

const distance = (a: Point, b: Point) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const stop = new AbortController();
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, { capture: true, signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
}

/** A pointer from its press to its end; what is listened to for it ends with the signal. */
function track(press: Point, follower: Follower) {
  const stop = new AbortController();
  const { signal } = stop;
  const startScroll = scrollY;
  let last = press;
  let dragging = false;
  const move = (point: Point) => {
    last = point;
    follower.move(point.clientY - press.clientY + scrollY - startScroll);
  };
  const end = (how: 'drop' | 'cancel') => {
    stop.abort();
    if (!dragging) return;
    swallowClick();
    follower[how]();
  };
  const cancel = () => end('cancel');
  const begin = () => {
    dragging = true;
    follower.begin();
    getSelection()?.removeAllRanges();
    scrollAtEdge(() => last.clientY, signal);
  };
  const unlessIdle = (event: Event) => dragging && event.preventDefault();
  addEventListener('scroll', () => dragging && move(last), { signal });
  for (const type of ['selectstart', 'contextmenu', 'dragstart']) {
    addEventListener(type, unlessIdle, { signal });
  }
  for (const type of ['resize', 'blur', 'visibilitychange']) {
    addEventListener(type, cancel, { signal });
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    unlessIdle(event);
    cancel();
  };
  addEventListener('keydown', onKeyDown, { capture: true, signal });
  return { signal, begin, move, end, isDragging: () => dragging };
}

/** Lets a line follow the mouse, from its press on. */
export function followMouse(press: MouseEvent, follower: Follower): void {
  if (press.button !== 0) return;
  const { signal, begin, move, end, isDragging } = track(press, follower);
  const onMove = (event: MouseEvent) => {
    if (!isDragging() && distance(press, event) >= mouseDistance) begin();
    if (!isDragging()) return;
    event.preventDefault();
    move(event);
  };
  addEventListener('mousemove', onMove, { signal });
  addEventListener('mouseup', () => end('drop'), { signal });
}

/** Lets a line follow a finger that is held down. */
export function followTouch({ touches, target }: TouchEvent, follower: Follower): void {
  const [press] = touches;
  // The element itself hears of its finger, also when it has left the page meanwhile.
  if (!press || touches.length > 1 || !target) return;
  const { signal, begin, move, end, isDragging } = track(press, follower);
  const timer = setTimeout(begin, touchDelayMs);
  signal.addEventListener('abort', () => clearTimeout(timer));
  const onMove = (event: Event) => {
    const [point] = (event as TouchEvent).touches;
    if (!point) return;
    if (!isDragging()) {
      if (distance(press, point) > touchTolerance) end('cancel');
      return;
    }
    // Otherwise the page would scroll along.
    event.preventDefault();
    move(point);
  };
  target.addEventListener('touchmove', onMove, { signal, passive: false });
  target.addEventListener('touchend', () => end('drop'), { signal });
  target.addEventListener('touchcancel', () => end('cancel'), { signal });
}
