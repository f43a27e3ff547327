/** How near to the edge of the window a pointer scrolls it. */
const zone = 80;
/** The most that it scrolls in one frame. */
const fastest = 16;

/** Scrolls the window for as long as a pointer is near its edge, until the signal. */
export function scrollAtEdge(pointer: () => number, signal: AbortSignal): void {
  const frame = () => {
    if (signal.aborted) return;
    const y = pointer();
    const over = Math.max(0, y - (innerHeight - zone)) - Math.max(0, zone - y);
    if (over !== 0) scrollBy(0, Math.max(-1, Math.min(1, over / zone)) * fastest);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
