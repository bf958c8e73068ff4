import { useEffect, useState } from 'react';

/** The present time, renewed every `everyMs`, and with what is drawn anew once the clock was set or the machine slept. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  const present = Date.now();
  return Math.abs(present - now) < everyMs ? now : present;
}
