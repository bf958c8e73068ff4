import type { Store } from '@main/store/store';
import { IntentId, type RecordId } from '@shared/domain/ids';
import { type Evidence, evidenceOf } from '@shared/domain/reviews/evidence';
import type { HeldReview } from './kept-reviews';

/** When the last complete walk over memberships began and ended, ms; 0 where there was none. */
export interface LastWalk {
  readonly beganAt: number;
  readonly endedAt: number;
}

/** What became of the revocations of a closed review by now; of one that was closed elsewhere, what its file told. */
export async function readEvidence(
  store: Pick<Store, 'intents' | 'getMany'>,
  { closing }: Pick<HeldReview, 'closing'>,
  walk: LastWalk,
): Promise<readonly Evidence[]> {
  if (closing === null) return [];
  if (closing.evidence !== null) return closing.evidence;
  const { steps } = closing;
  const ids = steps.flatMap(({ intentId }) => (intentId === '' ? [] : [IntentId.parse(intentId)]));
  const intents = ids.length === 0 ? [] : await store.intents({ ids });
  const byId = new Map<string, (typeof intents)[number]>(intents.map((intent) => [intent.id, intent]));
  const rows = await store.getMany(
    'membership',
    steps.map(({ item }) => item as RecordId),
  );
  return steps.map((step) =>
    evidenceOf(step, byId.get(step.intentId), {
      isThere: (rows.get(step.item as RecordId)?.state ?? 'gone') !== 'gone',
      walkBeganAt: walk.beganAt,
      walkEndedAt: walk.endedAt,
    }),
  );
}
