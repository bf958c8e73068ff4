import type { Store } from '@main/store/store';
import { type ChangeSetId, IntentId } from '@shared/domain/ids';
import { asStaged, type Intent } from '@shared/domain/intent';
import type { IntentSeed } from '@shared/domain/rules/validation';

interface Numbering {
  readonly firstSeq: number;
  readonly at: number;
  readonly gesture: string;
  readonly changeSetId: ChangeSetId;
  readonly newId: () => string;
}

/** Key of the seq of the newest intent. */
export const seqKey = 'intents/seq';

/** The seq of the next intent. Within a write plan nobody else takes it. */
export async function nextSeq(store: Store): Promise<number> {
  const last = await store.meta(seqKey);
  return typeof last === 'number' ? last + 1 : 1;
}

/** Seeds as staged intents, numbered in their order; ids sort as the numbers do. */
export function newIntents(
  seeds: readonly IntentSeed[],
  { firstSeq, at, gesture, changeSetId, newId }: Numbering,
): readonly Intent[] {
  return seeds.map((seed, index) => {
    const seq = firstSeq + index;
    return {
      ...seed,
      id: IntentId.parse(`int_${String(seq).padStart(9, '0')}_${newId().slice(0, 12)}`),
      seq,
      stagedAt: at,
      changeSetId,
      gesture,
      ...asStaged,
    };
  });
}
