import type { ListWalk } from '@main/identity/identity-port';
import type { EntityName } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { readLagMs } from '@shared/domain/read-lag';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import type { RemoteResult } from '@shared/domain/remote-failure';
import { askSteadily } from '@shared/domain/retry-policy';
import type { ReconcileContext } from './reconcile-context';

/** A list by the records that it holds. */
export interface SeenList {
  readonly records: ReadonlyMap<RecordId, RemoteRecord>;
  /** How its walk ended: unless well, what was not met may be there all the same. */
  readonly end: RemoteResult<null>;
}

/** Lists whose records can be read and found by walking all of them only (`walkOf`): walked once for all that is asked about them. */
export interface SharedWalks {
  /** Null where the service has a shorter way: then it is asked for each. */
  of(entity: EntityName, wanted: 'one' | 'like'): Promise<SeenList> | null;
}

/** What a plan or a run works with. */
export interface SharingContext extends ReconcileContext {
  readonly walks: SharedWalks;
}

/**
 * For one plan or one run: hundreds of entries of a list cost one walk of it. A walk counts for as long as reads may lag behind in any case,
 * also one that failed; a longer run walks again.
 */
export function sharingWalks(context: ReconcileContext): SharingContext {
  const { port, now } = context;
  const kept = new Map<EntityName, { readonly list: Promise<SeenList>; readonly at: number }>();
  return {
    ...context,
    walks: {
      of: (entity, wanted) => {
        const walk = port.walkOf?.(entity, wanted) ?? null;
        if (walk === null) return null;
        const known = kept.get(entity);
        const at = now();
        if (known !== undefined && at >= known.at && at - known.at < readLagMs) return known.list;
        const list = walkSteadily(context, walk);
        kept.set(entity, { list, at });
        return list;
      },
    },
  };
}

async function walkSteadily(context: ReconcileContext, walk: () => Promise<ListWalk>): Promise<SeenList> {
  let records: ListWalk['records'] = [];
  const end = await askSteadily(
    'read',
    async () => {
      const walked = await walk();
      records = walked.records;
      return walked.end;
    },
    context,
  );
  return { records: new Map(records.map((record) => [record.id, record])), end };
}
