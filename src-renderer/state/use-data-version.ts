import { useEffect, useState } from 'react';
import { useStatus } from './status-context';

/** At most one new version in this time, ms: figures over whole collections are not asked for at every change. */
const restMs = 1_500;

/**
 * A text that changes after the tenant's data or what is staged has changed: a reason to ask for figures again. The end of a
 * sweep counts at once, everything else after a rest.
 */
export function useDataVersion(): string {
  const status = useStatus();
  const now = JSON.stringify([status?.freshness.asOf, status?.counts, status?.intents]);
  const [version, setVersion] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setVersion(now), restMs);
    return () => clearTimeout(timer);
  }, [now]);
  return `${status?.freshness.asOf ?? 0} ${version}`;
}
