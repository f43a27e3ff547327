'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { NoticeLine } from './notice-line';
import { dismiss, notices, type ShownNotice } from './notices';

const none: readonly ShownNotice[] = [];

/** F8 leads to the notices from anywhere; Escape, when nothing else wants it, sends the last away. */
function listenToKeys(region: HTMLElement, signal: AbortSignal): void {
  const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent) => {
    const last = notices.current().at(-1);
    if (key === 'F8') region.focus();
    if (key === 'Escape' && !defaultPrevented && last) dismiss(last.id);
  };
  window.addEventListener('keydown', onKeyDown, { signal });
}

/** Notices lie above open dialogs, which would take a press or the focus here for their end. */
function keepFromDialogs(region: HTMLElement, signal: AbortSignal): void {
  for (const type of ['pointerdown', 'focusin']) {
    region.addEventListener(type, (event) => event.stopPropagation(), { signal });
  }
}

// On a phone they are above the bar, or out of the way of what came up from below over it.
const place =
  'inset-x-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] mx-auto max-w-100 max-md:in-[body:has([data-from-below])]:top-[calc(0.75rem+env(safe-area-inset-top))] max-md:in-[body:has([data-from-below])]:bottom-auto md:right-6 md:bottom-6 md:left-auto md:mx-0 md:w-100';

/** Where notices appear. */
export function Toaster() {
  const shown = useSyncExternalStore(notices.subscribe, notices.current, () => none);
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const end = new AbortController();
    if (region.current) {
      listenToKeys(region.current, end.signal);
      keepFromDialogs(region.current, end.signal);
    }
    return () => end.abort();
  }, []);
  return (
    <section
      ref={region}
      aria-label="Notifications (F8)"
      tabIndex={-1}
      className={`pointer-events-none fixed z-50 outline-none ${place}`}
    >
      <ol aria-live="polite" className="flex flex-col gap-2">
        {shown.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} region={region} />
        ))}
      </ol>
    </section>
  );
}
