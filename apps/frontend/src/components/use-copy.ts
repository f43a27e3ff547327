import { useEffect, useState } from 'react';
import { useHydrated } from './use-hydrated';

/** Copies text, and knows for two seconds that it did; the clipboard exists on https and localhost only. */
export function useCopy() {
  const [copied, setCopied] = useState(false);
  const hydrated = useHydrated();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    possible: hydrated && 'clipboard' in navigator,
    copied,
    copy: (text: string) => void navigator.clipboard.writeText(text).then(() => setCopied(true)),
  };
}
