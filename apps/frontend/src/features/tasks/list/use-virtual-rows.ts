import { useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Item } from './items';
import { useRowSize } from './row-size';

/** How far the window scrolls before the lines are looked at anew. */
const step = 200;
/** How far from the window lines are in the page, so that scrolling finds them there. */
const reach = 400;

const subscribe = (listener: () => void) => {
  addEventListener('scroll', listener, { passive: true });
  addEventListener('resize', listener);
  return () => {
    removeEventListener('scroll', listener);
    removeEventListener('resize', listener);
  };
};

/** The part of the page that is in the window, in whole steps. */
function useWindowPart() {
  const steps = useSyncExternalStore(
    subscribe,
    () => Math.floor(scrollY / step),
    () => 0,
  );
  const height = useSyncExternalStore(
    subscribe,
    () => innerHeight,
    () => 0,
  );
  return { from: steps * step, to: (steps + 1) * step + height };
}

/** Where a list begins in the page; what stands above it comes and goes: a banner, filters. */
function useTop() {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + scrollY));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return { list, top };
}

/** Where every line stands: heights are known, not measured. */
function layOut(items: readonly Item[], size: (item: Item) => number) {
  let end = 0;
  const lines = items.map((item, index) => {
    const line = { item, index, top: end, height: size(item) };
    end += line.height;
    return line;
  });
  return { lines, height: end };
}

/** Which lines of a long list are near the window, and where they stand. */
export function useVirtualRows(items: readonly Item[]) {
  const size = useRowSize();
  const { list, top } = useTop();
  const { from, to } = useWindowPart();
  const { lines, height } = useMemo(() => layOut(items, size), [items, size]);
  const rows = useMemo(
    () =>
      lines.filter(
        (line) => line.top + line.height > from - top - reach && line.top < to - top + reach,
      ),
    [lines, top, from, to],
  );

  /** Scrolls just as far as it takes to see a line. */
  const scrollToLine = (at: number) => {
    const line = lines[at];
    if (!line) return;
    const start = top + line.top;
    const end = start + line.height;
    if (start < scrollY) scrollTo({ top: start });
    else if (end > scrollY + innerHeight) scrollTo({ top: end - innerHeight });
  };
  return { list, lines, rows, height, scrollTo: scrollToLine };
}

/** A line that is in the page now. */
export type Row = ReturnType<typeof useVirtualRows>['rows'][number];
