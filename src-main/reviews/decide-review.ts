import type { SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Store, WriteBatch } from '@main/store/store';
import { failure, type Result } from '@shared/contract/failure';
import type { DecodedInputOf } from '@shared/contract/operations';
import { isOwn, isSameName, mayDecide, type ReviewItem } from '@shared/domain/reviews/review';
import { spoken, undecided } from '@shared/domain/reviews/standings';
import { t } from '@shared/language/t';
import { chainOn } from './decision-chain';
import { grownChainMeta, type HeldReview, readItems, readReview } from './kept-reviews';

interface Parts {
  readonly store: Store;
  readonly key: SigningKey;
  readonly now: () => number;
}

type Asked = DecodedInputOf<'decideReview'>;

/** Keeps decisions at the end of this workspace's chain, all or none; null where that went well. What stands so already is not kept twice. */
export async function keepDecisions({ store, key, now }: Parts, asked: Asked): Promise<Result<never> | null> {
  let refused: Result<never> | null = null;
  await store.write(async (): Promise<WriteBatch> => {
    const held = await readReview(store, asked.id);
    const known = new Map((await readItems(store, asked.id)).map((item) => [item.membershipId, item]));
    refused = refusalOf(held, known, asked);
    if (held === null || refused !== null) return {};
    const at = now();
    const decided = asked.decisions.flatMap(({ item, decision, note: given }) => {
      const { decision: stands, entries } = held.standing.get(item) ?? undecided;
      // Their own words only: nobody signs what another wrote unseen.
      const own = entries.find(({ by }) => isSameName(by, asked.by));
      const note = given ?? own?.note ?? '';
      const isSame = stands === decision && (given === undefined || (entries[0]?.note ?? '') === note);
      return isSame
        ? []
        : [{ item, decision, note, by: asked.by, at, over: entries.map(({ hash }) => hash) }];
    });
    if (decided.length === 0) return {};
    const before = held.chains.find(({ publicKey }) => publicKey === key.publicKey)?.entries ?? [];
    const grown = chainOn(held.hash, key, before, decided);
    return { meta: grownChainMeta(asked.id, held.chains, grown, before.length) };
  });
  return refused;
}

function refusalOf(
  held: HeldReview | null,
  known: ReadonlyMap<string, ReviewItem>,
  { id, decisions, by }: Asked,
): Result<never> | null {
  if (held === null)
    return failure('not-found', t('There is no review {id}.', { id }), t('List the reviews for their ids.'));
  const { campaign, closing } = held;
  if (closing !== null)
    return failure(
      'invalid-input',
      t('{name} was closed by {by}. Nothing was kept.', { name: campaign.name, by: closing.by }),
      t('Make a new review.'),
    );
  const { reviewers } = campaign;
  if (!mayDecide(campaign, by))
    return failure(
      'forbidden',
      t('{by} is none of the reviewers of {name}: {reviewers}. Nothing was kept.', {
        by,
        name: campaign.name,
        reviewers: reviewers.join(', '),
      }),
      t('Decide under the name of a reviewer, or make a review with other reviewers.'),
    );
  const strange = decisions.find(({ item }) => !known.has(item));
  if (strange !== undefined)
    return failure(
      'invalid-input',
      t('{item} is no item of {name}. Nothing was kept.', { item: strange.item, name: campaign.name }),
      t('Show the review for its items: they go by the ids of memberships.'),
    );
  const own = decisions.flatMap(({ item, decision }) => {
    const about = known.get(item);
    const says = decision !== 'open' || spoken(held.standing.get(item) ?? undecided).length > 0;
    return says && about !== undefined && isOwn(about, by) ? [about.organizationName] : [];
  });
  if (campaign.ownAccess === 'refused' && own.length > 0)
    return failure(
      'forbidden',
      t('In {name}, nobody decides about their own access: {by} is reviewed in {places}. Nothing was kept.', {
        ...{ name: campaign.name, by },
        places: [...new Set(own)].slice(0, 5).join(', '),
      }),
      t('Leave that to another reviewer.'),
    );
  const seen = new Set<string>();
  const twice = decisions.find(({ item }) => seen.size === seen.add(item).size);
  return twice === undefined
    ? null
    : failure(
        'invalid-input',
        t('{item} is decided twice at once. Nothing was kept.', { item: twice.item }),
        t('Decide it once.'),
      );
}
