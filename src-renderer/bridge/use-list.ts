import type { Failure, Result } from '@shared/contract/failure';
import type { Page, PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { useMemo } from 'react';
import { decodeRecord } from './decode-record';
import { engine } from './engine';
import { openPortions, type Portions, type WantedRecords } from './open-portions';
import { openWhole, type WholeRequest } from './open-whole';
import { shareLive } from './share-live';
import { type FeedState, useFeed, useLive } from './use-feed';

export interface ListState<E extends EntityName> {
  /** Undefined while on its way. */
  readonly rows: readonly StoredRecord<E>[] | undefined;
  readonly extras: Readonly<Record<string, JsonObject>>;
  readonly total: number;
  readonly failure: Failure | undefined;
}

/** A short list (roles, the memberships of one person): one page, live and typed. `null`: not now. */
export function useList<E extends EntityName>(
  entity: E,
  query: Omit<PageRequest, 'entity'> | null,
): ListState<E> {
  return useRecords(entity, useFeed('page', query === null ? null : { ...query, entity }));
}

/**
 * All rows of a query, however many pages they are, live and typed: for what must not leave anything out. In one window once for all that
 * ask for the same. `null`: not now.
 */
export function useWholeList<E extends EntityName>(
  entity: E,
  query: Omit<WholeRequest, 'entity'> | null,
): ListState<E> {
  return useRecords(entity, useLive(query === null ? '' : JSON.stringify({ ...query, entity }), beginWhole));
}

const beginWhole = shareLive((key: string, take: (whole: Result<Page>) => void) =>
  openWhole(engine, JSON.parse(key) as WholeRequest, take),
);

/** Records by their ids, live and typed, as they come, and why some do not; in one window once for all that ask for the same. */
export function useRecordsOf(entity: EntityName, ids: readonly string[]): Portions {
  const { value } = useLive(ids.length === 0 ? '' : JSON.stringify({ entity, ids }), beginPortions);
  return value ?? noPortions;
}

const noPortions: Portions = { rows: [], failure: undefined };

const beginPortions = shareLive((key: string, take: (portions: Result<Portions>) => void) =>
  openPortions(engine, JSON.parse(key) as WantedRecords, take),
);

function useRecords<E extends EntityName>(entity: E, feed: FeedState<Page>): ListState<E> {
  return useMemo(() => {
    const { value, failure } = feed;
    if (!value) return { rows: undefined, extras: {}, total: 0, failure };
    const rows = value.rows.map((raw) => decodeRecord(entity, raw)).filter((row) => row !== null);
    return { rows, extras: value.extras, total: value.total, failure };
  }, [entity, feed]);
}
