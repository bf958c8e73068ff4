import type { Failure } from '@shared/contract/failure';
import type { PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { useMemo } from 'react';
import { decodeRecord } from './decode-record';
import { useFeed } from './use-feed';

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
  const feed = useFeed('page', query === null ? null : { ...query, entity }, { keep: false });
  return useMemo(() => {
    const { value, failure } = feed;
    if (!value) return { rows: undefined, extras: {}, total: 0, failure };
    const rows = value.rows.map((raw) => decodeRecord(entity, raw)).filter((row) => row !== null);
    return { rows, extras: value.extras, total: value.total, failure };
  }, [entity, feed]);
}
