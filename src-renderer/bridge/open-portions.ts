import { type Failure, type Result, success } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { decodeRecord } from './decode-record';
import type { EngineClient } from './engine-client';
import { pageSize } from './load-rows';

export interface WantedRecords {
  readonly entity: EntityName;
  readonly ids: readonly string[];
}

/** What there is so far. */
export interface Portions {
  readonly rows: readonly StoredRecord[];
  /** Why some of them cannot be read, as long as that is so. */
  readonly failure: Failure | undefined;
}

type Portion = Pick<Portions, 'rows'> & Partial<Portions>;

/**
 * Records by their ids, live: portions of a page are subscribed to one behind the other, each of which asks for its own ids only, and is
 * decoded when it comes. One that fails keeps what it told last, and holds up no other. Returns the unsubscriber.
 */
export function openPortions(
  engine: Pick<EngineClient, 'subscribe'>,
  { entity, ids }: WantedRecords,
  take: (portions: Result<Portions>) => void,
): () => void {
  const held: Portion[] = [];
  const stops: (() => void)[] = [];
  const open = (place: number): void => {
    const value = ids.slice(place * pageSize, (place + 1) * pageSize);
    if (value.length === 0) return;
    const where = [{ field: 'id', op: 'in' as const, value }];
    stops.push(
      engine.subscribe('page', { entity, where, limit: pageSize }, (page) => {
        const last = held[place];
        held[place] = page.ok
          ? { rows: page.value.rows.flatMap((raw) => decodeRecord(entity, raw) ?? []) }
          : { rows: last?.rows ?? [], failure: page.error };
        if (last === undefined) open(place + 1);
        take(
          success({
            rows: held.flatMap(({ rows }) => rows),
            failure: held.find(({ failure }) => failure !== undefined)?.failure,
          }),
        );
      }),
    );
  };
  open(0);
  return () => {
    for (const stop of stops) stop();
  };
}
