import type { EntityName } from '@shared/domain/entity';
import { type HashedRecord, hashed, type PagePlan, planPage } from './plan-page';
import type { SeenIds } from './seen-ids';
import type { WalkContext } from './walk-context';
import { asMeta, metaKeys, type WalkState } from './walk-state';
import type { WalkedPage } from './walked-page';

/** Pages without a change may pass before the cursor is written all the same. */
const quietPages = 8;

/**
 * Plans and writes one page, with the cursor behind it in the same transaction: a kill at any moment leaves a cursor that
 * tells the truth. Returns the walk as it stands then. `quiet`: unchanged pages since the last write.
 */
export async function writePage<E extends EntityName>(
  context: WalkContext<E>,
  walk: WalkState,
  page: WalkedPage<E>,
  seen: SeenIds,
  quiet: number,
): Promise<{ readonly walk: WalkState; readonly quiet: number }> {
  const { entity, store } = context;
  const ids = page.records.map(({ id }) => id);
  seen.add(ids);
  let next: WalkState = {
    ...walk,
    cursor: page.cursor,
    total: page.total,
    moved: walk.moved || page.moved || (page.last && seen.size !== page.total),
  };
  let left = quiet + 1;
  const records = page.records.map(hashed);
  await store.write(async () => {
    const stored = await store.hashes(entity, ids);
    const unlike = records.filter(({ record, hash }) => stored.get(record.id) !== hash);
    const plan = await planRecords(context, unlike, page.requestedAt);
    if (plan.put.length === 0 && !page.last && left < quietPages) return {};
    left = 0;
    const chunk = seen.takeChunk();
    const chunks = next.chunks + (chunk.length > 0 ? 1 : 0);
    next = { ...next, changed: next.changed + plan.changed, chunks };
    return {
      put: plan.put,
      history: plan.history,
      meta: {
        ...(chunk.length > 0 && { [metaKeys.seen(entity, chunks - 1)]: chunk }),
        [metaKeys.walk(entity)]: asMeta(next),
      },
    };
  });
  return { walk: next, quiet: left };
}

/** Reads what decides over records that are not as stored, and plans them; unchanged ones never get here. */
async function planRecords<E extends EntityName>(
  { entity, store, sweep, first }: WalkContext<E>,
  records: readonly HashedRecord<E>[],
  requestedAt: number,
): Promise<PagePlan> {
  if (records.length === 0) return { put: [], history: [], changed: 0 };
  const ids = records.map(({ record }) => record.id);
  const local = await store.getMany(entity, ids);
  const intents = await store.intents({ recordIds: ids });
  return planPage({ entity, records, local, intents, sweep, requestedAt, first });
}
