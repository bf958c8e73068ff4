import { type Result, success } from '@shared/contract/failure';
import type { Page } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { EngineClient } from './engine-client';
import { pageSize } from './load-rows';

export interface WantedRecords {
  readonly entity: EntityName;
  readonly ids: readonly string[];
}

/**
 * Records by their ids, live: portions of a page are subscribed to one behind the other, each of which asks for its own ids only. What is
 * there so far is told. Returns the unsubscriber.
 */
export function openPortions(
  engine: Pick<EngineClient, 'subscribe'>,
  { entity, ids }: WantedRecords,
  take: (rows: Result<Page['rows']>) => void,
): () => void {
  const held: (Page['rows'] | undefined)[] = [];
  const stops: (() => void)[] = [];
  const open = (place: number): void => {
    const value = ids.slice(place * pageSize, (place + 1) * pageSize);
    if (value.length === 0) return;
    const where = [{ field: 'id', op: 'in' as const, value }];
    stops.push(
      engine.subscribe('page', { entity, where, limit: pageSize }, (page) => {
        if (!page.ok) return take(page);
        const isNew = held[place] === undefined;
        held[place] = page.value.rows;
        if (isNew) open(place + 1);
        take(success(held.flatMap((rows) => rows ?? [])));
      }),
    );
  };
  open(0);
  return () => {
    for (const stop of stops) stop();
  };
}
