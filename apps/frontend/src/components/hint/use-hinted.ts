import { useEffect, useState } from 'react';

/** How long the pointer has to rest before a hint comes. */
const restMs = 500;
/** How soon after a hint the next one comes at once. */
const warmMs = 300;

const hintedAt = (node: EventTarget | null) =>
  node instanceof Element ? node.closest<HTMLElement>('[data-hint]') : null;

/** Hears which element is to say its hint; null when none is any more. */
function listen(tell: (element: HTMLElement | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let below: HTMLElement | null = null;
  let shown = false;
  let hiddenAt = -Infinity;

  const show = (element: HTMLElement) => {
    shown = true;
    tell(element);
  };
  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown = false;
    hiddenAt = performance.now();
    tell(null);
  };
  const over = ({ target, pointerType }: PointerEvent) => {
    // A finger cannot rest on something without pressing it.
    const next = pointerType === 'touch' ? null : hintedAt(target);
    if (next === below) return;
    hide();
    below = next;
    const warm = performance.now() - hiddenAt < warmMs;
    if (next) timer = setTimeout(show, warm ? 0 : restMs, next);
  };
  const focused = ({ target }: FocusEvent) => {
    const next = hintedAt(target);
    if (next !== target || !next?.matches(':focus-visible')) return;
    hide();
    show(next);
  };

  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true, capture: true };
  document.addEventListener('pointerover', over, options);
  document.addEventListener('focusin', focused, options);
  for (const type of ['focusout', 'pointerdown', 'keydown', 'scroll']) {
    document.addEventListener(type, hide, options);
  }
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

/** The element whose hint shows: the pointer rests on it, or the keys have brought the focus there. */
export function useHinted(): HTMLElement | null {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => listen(setElement), []);
  return element;
}
