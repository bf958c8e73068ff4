import type { EntityName } from '@shared/domain/entity';
import { planPage } from './plan-page';
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
  const { entity, store, sweep, first } = context;
  const ids = page.records.map(({ id }) => id);
  seen.add(ids);
  let next: WalkState = {
    ...walk,
    cursor: page.cursor,
    total: page.total,
    moved: walk.moved || page.moved || (page.last && seen.size !== page.total),
  };
  let left = quiet + 1;
  await store.write(async () => {
    const local = await store.getMany(entity, ids);
    const intents = ids.length === 0 ? [] : await store.intents({ recordIds: ids });
    const { requestedAt, records } = page;
    const plan = planPage({ entity, records, local, intents, sweep, requestedAt, first });
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
