import type { RemoteRecord } from './records/record-map';
import { dayMs } from './utc-day';

/** Days of which every reading is kept. */
const everyDay = 62;

type Reading = Pick<RemoteRecord<'usageReading'>, 'id' | 'applicationId' | 'periodStart' | 'createdAt'>;

/** Which readings of usage are not kept any more: beyond two months, all but the last of each period. Pure. */
export const outgrown = {
  /** The days to look at, ms: what lies further back was thinned out when it was here. */
  span: (now: number) => ({ from: now - 2 * everyDay * dayMs, until: now - everyDay * dayMs }),
  of: <R extends Reading>(old: readonly R[]): readonly R['id'][] => {
    const last = new Map<string, R>();
    for (const reading of old) {
      const period = `${reading.applicationId}/${reading.periodStart}`;
      const known = last.get(period);
      if (known === undefined || reading.createdAt > known.createdAt) last.set(period, reading);
    }
    const kept = new Set<string>([...last.values()].map(({ id }) => id));
    return old.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  },
};
