import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import { FigureDay } from '@shared/contract/overview';
import type { CollectionProgress } from '@shared/contract/status';
import type { EntityName } from '@shared/domain/entity';
import { modelOf } from '@shared/domain/entity';
import type { Condition } from '@shared/domain/filter/condition';
import { openStates } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { Model } from '@shared/domain/kinds/model';
import { dayOf } from '@shared/domain/utc-day';
import { z } from 'zod';
import { daysFromHistory } from './days-from-history';

/** Where figures of each day are kept in the store, encrypted as all of it is. */
const daysKey = 'overview/days';
/** Days that they go back. */
const mostDays = 366;

export const readDays = (store: Pick<Store, 'meta' | 'subscribe'>): Promise<readonly FigureDay[]> =>
  decodedMeta(store, daysKey, (value) => z.array(FigureDay).parse(value ?? []));

/** Without days that have not come: what a clock that was ahead left behind. Pure. */
export const comeBy = (days: readonly FigureDay[], now: number): FigureDay[] =>
  days.filter(({ at }) => dayOf(at) <= dayOf(now));

/** One entry a day, the last of it, oldest first whatever a clock said meanwhile; the oldest go. Pure. */
export function withDay(days: readonly FigureDay[], day: FigureDay): FigureDay[] {
  const others = days.filter(({ at }) => dayOf(at) !== dayOf(day.at));
  return [...others, day].toSorted((a, b) => a.at - b.at).slice(-mostDays);
}

interface CountedBy {
  readonly store: Store;
  /** What the workspace copies. */
  readonly entities: readonly EntityName[];
  readonly collections: readonly CollectionProgress[];
  /** Since when the copy is complete, ms. */
  readonly since: number;
  readonly now: number;
}

/** Counts what the service holds as of now, and keeps it for today. The first time, days before are told by history. */
export async function countDay({ store, entities, collections, since, now }: CountedBy): Promise<void> {
  const failed = new Set(collections.filter(({ failure }) => failure !== null).map(({ entity }) => entity));
  const counted = entities.filter((entity) => modelOf(entity).trend !== undefined && !failed.has(entity));
  const made = await store.intents({ states: openStates });
  const counts: FigureDay['counts'] = {};
  for (const entity of counted) {
    // What is only staged here the service does not hold.
    const own = made.filter((each) => each.entity === entity && each.action.verb === 'create').length;
    counts[entity] = (await store.count(entity, asConditions(modelOf(entity).trend?.where))) - own;
  }
  const today = { at: now, counts };
  const kept = await readDays(store);
  const before = kept.length > 0 || since === 0 ? kept : await daysFromHistory(store, today, since);
  await store.write({ meta: { [daysKey]: withDay(before, today) as JsonValue } });
}

/** What a model counts as conditions of a query. */
export const asConditions = (where: NonNullable<Model['trend']>['where']): Condition[] =>
  where === undefined ? [] : [{ ...where, op: 'eq' }];
