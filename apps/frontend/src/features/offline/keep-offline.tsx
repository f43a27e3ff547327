'use client';

import { useEffect } from 'react';
import { whenIdle } from '@/lib/when-idle';

/** Registers the service worker, and asks it to keep what this page was made of. */
async function keepForLater(pages: readonly string[]): Promise<void> {
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType('resource').map(({ name }) => name);
  active?.postMessage({ type: 'prepare', pages, files });
}

/** Lets the app open without a network from the next time on; never in the way of the first load. */
export function KeepOffline({ pages }: { pages: readonly string[] }) {
  useEffect(() => {
    // The assembly makes the worker; there is none while developing.
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    const start = () => whenIdle(() => void keepForLater(pages).catch(() => undefined));
    if (document.readyState === 'complete') start();
    else addEventListener('load', start, { once: true });
    return () => removeEventListener('load', start);
  }, [pages]);
  return null;
}
