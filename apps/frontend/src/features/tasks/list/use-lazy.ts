import { useEffect, useState } from 'react';

/** Something that is loaded when the page already stands; undefined until then. */
export function useLazy<T>(load: () => Promise<T>, enabled = true): T | undefined {
  const [loaded, setLoaded] = useState<{ value: T }>();
  useEffect(() => {
    let wanted = enabled;
    if (enabled) {
      // Offline it is not there yet; the page works without it.
      load().then(
        (value) => wanted && setLoaded({ value }),
        () => undefined,
      );
    }
    return () => void (wanted = false);
  }, [load, enabled]);
  return loaded?.value;
}
