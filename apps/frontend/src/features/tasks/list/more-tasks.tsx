'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/button';

interface Props {
  loading: boolean;
  onMore: () => void;
}

/** Loads the next page when the end of the list comes into sight, or on request. */
export function MoreTasks({ loading, onMore }: Props) {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && more.current(),
      { rootMargin: '400px' },
    );
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={end} className="grid place-items-center py-4">
      <Button look="quiet" aria-busy={loading} onClick={onMore}>
        {loading ? 'Loading…' : 'Show more'}
      </Button>
    </div>
  );
}
