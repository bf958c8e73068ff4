import { lastSeq } from '@main/audit/seq-at';
import { walkHistory } from '@main/audit/walk-history';
import type { Store } from '@main/store/store';
import type { FigureDay } from '@shared/contract/overview';
import { EntityName, modelOf } from '@shared/domain/entity';
import { dayOf } from '@shared/domain/utc-day';

/**
 * Figures of the days on which something was seen to be made or to go, back to the first complete copy: today's less what came since, and
 * what went since. An entity of which not all are counted (`where` of its trend) is left out, as history does not say how each stood.
 *
 * @param since when the copy was complete for the first time, ms: that day is told as well
 */
export async function daysFromHistory(
  store: Store,
  today: FigureDay,
  since: number,
): Promise<readonly FigureDay[]> {
  const whole = EntityName.options.filter(
    (entity) => today.counts[entity] !== undefined && modelOf(entity).trend?.where === undefined,
  );
  const counts: FigureDay['counts'] = {};
  for (const entity of whole) counts[entity] = today.counts[entity] ?? 0;
  const days: FigureDay[] = [];
  const span = { after: 0, upTo: await lastSeq(store) };
  let day = dayOf(today.at);
  for await (const { at, entity, change } of walkHistory(store, {}, span)) {
    if (at < since) break;
    if (dayOf(at) !== day) days.unshift({ at, counts: { ...counts } });
    day = dayOf(at);
    const held = counts[entity];
    if (held === undefined || change === 'updated') continue;
    counts[entity] = held + (change === 'created' ? -1 : 1);
  }
  if (dayOf(since) !== day) days.unshift({ at: since, counts: { ...counts } });
  return days;
}
