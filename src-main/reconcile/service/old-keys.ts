import { decodedMeta } from '@main/store/decoded-meta';
import type { Store, WriteBatch } from '@main/store/store';
import { OldKey } from '@shared/contract/status';
import { actOf } from '@shared/domain/acts';
import { RecordId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { serverRow } from '@shared/domain/project';
import { z } from 'zod';
import { calledOnce } from './shown-once';

const oldKeysKey = 'reconcile/old-keys';

/** By which act it was replaced: the words for it are those of whoever reads it. Older ones were kept in words. */
const KeptKey = z.union([OldKey.omit({ what: true }).extend({ operation: z.string() }), OldKey]);
type KeptKey = z.infer<typeof KeptKey>;

const readKept = (store: Pick<Store, 'meta' | 'subscribe'>): Promise<readonly KeptKey[]> =>
  decodedMeta(store, oldKeysKey, (value) => z.array(KeptKey).parse(value ?? []));

/** Keys that were replaced from here, work on for a while, and belong to what the service still has. Never the keys themselves. */
export async function readOldKeys(store: Store, now: number): Promise<readonly OldKey[]> {
  const alive: OldKey[] = [];
  for (const key of (await readKept(store)).filter(({ until }) => until > now)) {
    const row = await store.get(key.entity, RecordId.parse(key.recordId));
    if (row === null || serverRow(key.entity, row) === null) continue;
    if ('what' in key) alive.push(key);
    else {
      const { operation, ...told } = key;
      alive.push({ ...told, what: calledOnce(key) ?? '' });
    }
  }
  return alive;
}

/** What a write adds where an act was done that replaces a key. Within a write plan. */
export async function withOldKeys(
  store: Pick<Store, 'meta' | 'subscribe'>,
  batch: WriteBatch,
  { entity, recordId, label, action }: Intent,
  at: number,
): Promise<WriteBatch> {
  const act = action.verb === 'perform' ? actOf(entity, action.operation) : undefined;
  if (act?.outlives === undefined || action.verb !== 'perform') return batch;
  const until = at + act.outlives.ms(action.values);
  // Those of earlier times are old ones as well: they end with the newest of them, or before.
  const others = (await readKept(store)).map((key) =>
    key.recordId === recordId ? { ...key, until: Math.min(key.until, until) } : key,
  );
  const all = [...others, { entity, recordId, label, operation: action.operation, until }];
  return { ...batch, meta: { ...batch.meta, [oldKeysKey]: all.filter((key) => key.until > at) } };
}
