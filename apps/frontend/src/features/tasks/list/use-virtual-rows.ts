import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Item } from './items';
import { useRowSize } from './row-size';

/** Which lines of a long list are near the window, and where they stand. */
export function useVirtualRows(items: readonly Item[]) {
  const list = useRef<HTMLUListElement>(null);
  const size = useRowSize();
  const [top, setTop] = useState(0);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: (at) => size(items[at]),
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: 10,
    scrollMargin: top,
  });
  // What stands above the list comes and goes: a banner, filters.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + scrollY));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // Heights are known, not measured: they change with the window and with what a task says.
  const heights = useMemo(() => items.map(size).join(), [items, size]);
  useLayoutEffect(() => virtualizer.measure(), [heights, virtualizer]);
  const rows = virtualizer.getVirtualItems().flatMap(({ index, start, size: height }) => {
    const item = items[index];
    return item ? [{ item, index, top: start - top, height }] : [];
  });
  return {
    list,
    rows,
    height: virtualizer.getTotalSize(),
    scrollTo: (at: number) => virtualizer.scrollToIndex(at, { align: 'auto' }),
  };
}

/** A line that is in the page now. */
export type Row = ReturnType<typeof useVirtualRows>['rows'][number];
