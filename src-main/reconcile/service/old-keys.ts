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

/**
 * By which act it was replaced: its words are those of whoever reads it. `what` stands beside it, since earlier versions read that alone, and
 * what they write has that alone.
 */
const KeptKey = OldKey.extend({ what: z.string().default(''), operation: z.string().default('') });
type KeptKey = z.infer<typeof KeptKey>;

const readKept = (store: Pick<Store, 'meta' | 'subscribe'>): Promise<readonly KeptKey[]> =>
  decodedMeta(store, oldKeysKey, (value) => z.array(KeptKey).parse(value ?? []));

const whatOf = ({ entity, operation, what }: KeptKey): string => calledOnce({ entity, operation }) ?? what;

/** Keys that were replaced from here, work on for a while, and belong to what the service still has. Never the keys themselves. */
export async function readOldKeys(store: Store, now: number): Promise<readonly OldKey[]> {
  const alive: OldKey[] = [];
  for (const kept of (await readKept(store)).filter(({ until }) => until > now)) {
    const { operation, ...key } = kept;
    const row = await store.get(key.entity, RecordId.parse(key.recordId));
    if (row !== null && serverRow(key.entity, row) !== null) alive.push({ ...key, what: whatOf(kept) });
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
  const others = (await readKept(store)).map((key) => ({
    ...{ ...key, what: whatOf(key) },
    until: key.recordId === recordId ? Math.min(key.until, until) : key.until,
  }));
  const { operation } = action;
  const all = [...others, { entity, recordId, label, what: act.once ?? '', operation, until }];
  return { ...batch, meta: { ...batch.meta, [oldKeysKey]: all.filter((key) => key.until > at) } };
}
