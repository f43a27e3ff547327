import { useEffect, useState } from 'react';

const second = 1_000;

/** How many seconds are left. It goes by the clock, as timers of a page in the background are slow. */
export function useCountdown(seconds: number) {
  const [end, setEnd] = useState(() => Date.now() + seconds * second);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= end) clearInterval(timer);
    }, second);
    return () => clearInterval(timer);
  }, [end]);

  const restart = () => {
    setNow(Date.now());
    setEnd(Date.now() + seconds * second);
  };
  return { left: Math.max(0, Math.ceil((end - now) / second)), restart };
}
