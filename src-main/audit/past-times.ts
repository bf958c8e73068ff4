import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject } from '@shared/domain/json';

interface Moment {
  readonly at: number;
  /** Where the chain ended then. */
  readonly seq: number;
}

/**
 * Rows whose last change is later than the moment they show: a change too small for history (a figure that follows from other
 * records) moved it. Then it is the last change that history told before; 0 where none was.
 */
export async function withPastTimes(
  store: Store,
  entity: EntityName,
  rows: readonly JsonObject[],
  { at, seq }: Moment,
): Promise<JsonObject[]> {
  return Promise.all(
    rows.map(async (row) => {
      if (typeof row.updatedAt !== 'number' || row.updatedAt <= at) return row;
      const recordId = RecordId.parse(row.id);
      const [last] = await store.history({ entity, recordId, beforeSeq: seq + 1, limit: 1 });
      const created = typeof row.createdAt === 'number' && row.createdAt <= at ? row.createdAt : 0;
      return { ...row, updatedAt: last?.at ?? 0, ...(created === 0 ? { createdAt: 0 } : {}) };
    }),
  );
}
