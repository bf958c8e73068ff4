import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { IntentId, isProvisional, type RecordId } from '@shared/domain/ids';
import { type Evidence, evidenceOf } from '@shared/domain/reviews/evidence';
import type { ReviewItem } from '@shared/domain/reviews/review';
import type { HeldReview } from './kept-reviews';

/** When the last complete walk over memberships began and ended, ms; 0 where there was none. */
export interface LastWalk {
  readonly beganAt: number;
  readonly endedAt: number;
}

/** What became of the revocations of a closed review by now; of one that was closed elsewhere, what its file told. */
export async function readEvidence(
  store: Pick<Store, 'intents' | 'getMany' | 'list'>,
  items: readonly ReviewItem[],
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
  const again = await rejoined(store, items, new Set(steps.map(({ item }) => item)));
  return steps.map((step) =>
    evidenceOf(step, byId.get(step.intentId), {
      isThere: (rows.get(step.item as RecordId)?.state ?? 'gone') !== 'gone',
      againAs: again.get(step.item) ?? '',
      walkBeganAt: walk.beganAt,
      walkEndedAt: walk.endedAt,
    }),
  );
}

/** Of items, by their id: another membership by which the person is in the organization now, as the service has it. */
async function rejoined(
  store: Pick<Store, 'list'>,
  items: readonly ReviewItem[],
  asked: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const told = items.filter(({ membershipId }) => asked.has(membershipId));
  const values = told.map(({ userId }) => userId);
  const place = ({ userId, organizationId }: { readonly userId: string; readonly organizationId: string }) =>
    `${userId} ${organizationId}`;
  const now = new Map<string, string>();
  for (const row of await listIn(store, 'membership', { field: 'userId', values }))
    if (row.state !== 'gone' && !isProvisional(row.id)) now.set(place(row), row.id);
  const found = told.map((item) => [item.membershipId, now.get(place(item)) ?? ''] as const);
  return new Map(found.filter(([item, id]) => id !== item));
}
