import type { Store } from '@main/store/store';
import type { IntentDraft } from '@shared/domain/intent';
import { HandedLimits, limitsOfPool, type PoolFacts } from '@shared/domain/limits/handed-over';

/** Where a pool keeps what its platform handed over. */
const handedKey = 'customers/handed';

/** Keeps what the platform says now, in place of what it said before; null where nothing is agreed any more. */
export async function keepHanded(store: Pick<Store, 'write'>, limits: HandedLimits | null): Promise<void> {
  await store.write(async () => ({ meta: { [handedKey]: limits } }));
}

const limited: ReadonlySet<string> = new Set(['user', 'organization', 'membership', 'invitation']);
/** Whose edits may ask for more: seats. */
const raised: ReadonlySet<string> = new Set(['organization']);

const isLimited = ({ entity, action }: IntentDraft): boolean =>
  (action.verb === 'update' ? raised : limited).has(entity);

/** What the plan of this pool's customer leaves room for; undefined where none was handed over, or no draft is about it. */
export async function readPoolFacts(
  store: Store,
  drafts: readonly IntentDraft[],
  now: number,
): Promise<PoolFacts | undefined> {
  if (!drafts.some(isLimited)) return undefined;
  const handed = HandedLimits.safeParse(await store.meta(handedKey)).data;
  if (handed === undefined) return undefined;
  // An edit takes no room.
  const counts = drafts.some(({ action }) => action.verb !== 'update');
  const staying = async (entity: 'user' | 'organization'): Promise<number> => {
    if (!counts) return 0;
    const touched = await store.list(entity, [{ field: 'state', op: 'ne', value: 'synced' }]);
    const leaving = touched.filter(({ state, staged }) => state === 'gone' || staged?.verb === 'delete');
    return (await store.count(entity, [])) - leaving.length;
  };
  return {
    limits: limitsOfPool(handed, now),
    people: await staying('user'),
    organizations: await staying('organization'),
  };
}
