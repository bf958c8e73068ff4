import type { SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Staging } from '@main/reconcile/staging/create-staging';
import type { Store } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import { ChangeSetId, type RecordId } from '@shared/domain/ids';
import { type Intent, type IntentDraft, openStates } from '@shared/domain/intent';
import type { Closing, RevocationStep } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { headOf } from './decision-chain';
import { closingMeta, type HeldReview } from './kept-reviews';
import { makerKey } from './maker-key';

export interface ClosingParts {
  readonly store: Store;
  readonly staging: Pick<Staging, 'stage' | 'tryOut'>;
  readonly key: SigningKey;
  readonly now: () => number;
}

const removal = (item: string): IntentDraft => ({
  entity: 'membership',
  recordId: item as RecordId,
  action: { verb: 'delete' },
});

/** The change set of a review: the same one however often closing begins. */
const setOf = ({ campaign }: HeldReview): ChangeSetId => ChangeSetId.parse(`set_${campaign.id}`);

const revoked = ({ standing }: HeldReview): readonly string[] =>
  [...standing].flatMap(([item, { decision }]) => (decision === 'revoke' ? [item] : []));

/** Of what is to be revoked: the removals that are staged already, what is gone, and what is left to stage. */
async function dividedOf({ store }: Pick<ClosingParts, 'store'>, held: HeldReview) {
  const items = revoked(held);
  const rows = await store.getMany('membership', items as readonly RecordId[]);
  const known = new Map<string, Intent>();
  const removals = (intents: readonly Intent[]): void => {
    for (const intent of intents) if (intent.action.verb === 'delete') known.set(intent.recordId, intent);
  };
  if (items.length > 0)
    removals(await store.intents({ states: openStates, recordIds: items as readonly RecordId[] }));
  // A closing that was cut off has staged some; they may even be sent by now.
  removals(await store.intents({ states: ['applied'], changeSetId: setOf(held) }));
  const left = items.filter((item) => !known.has(item));
  const isGone = (item: string): boolean => (rows.get(item as RecordId)?.state ?? 'gone') === 'gone';
  return { known, gone: left.filter(isGone), left: left.filter((item) => !isGone(item)) };
}

const goneStep = (item: string): RevocationStep => ({ item, intentId: '', code: 'not-found', why: '' });

/** The revocations that would not be staged, and why. */
export async function unstageable(parts: ClosingParts, held: HeldReview): Promise<readonly RevocationStep[]> {
  const { gone, left } = await dividedOf(parts, held);
  const { rejected } = await parts.staging.tryOut(left.map(removal));
  const stays = [...rejected].map(([at, error]) => stepOf(left[at] ?? '', error));
  return [...gone.map(goneStep), ...stays];
}

const stepOf = (item: string, { code, message, next }: { code: string; message: string; next: string }) => ({
  item,
  intentId: '',
  code,
  why: `${message} ${next}`.trim(),
});

/**
 * Stages the revocations as one change set, then says so, signed. A crash in between leaves staged removals that the next try finds: nothing is
 * staged twice, and what is staged elsewhere already stays there.
 */
export async function closeHeld(parts: ClosingParts, held: HeldReview, by: string): Promise<Result<Closing>> {
  const { store, staging, now } = parts;
  const key = await makerKey(store, held.campaign, parts.key);
  if (key === null) return noKey(held);
  const { known, gone, left } = await dividedOf(parts, held);
  const id = setOf(held);
  const steps: RevocationStep[] = gone.map(goneStep);
  for (const [item, intent] of known) steps.push({ item, intentId: intent.id, code: '', why: '' });
  if (left.length > 0) {
    const title = `Review: ${held.campaign.name}`.slice(0, 200);
    const set = { id, title, ticket: '', createdAt: now(), undoes: null, joinedInto: null };
    // The set comes first: staged intents never belong to a set that is not there.
    await store.write({ changeSets: [set] });
    const { staged, rejected } = await staging.stage(left.map(removal), id);
    for (const intent of staged)
      if (intent.action.verb === 'delete')
        steps.push({ item: intent.recordId, intentId: intent.id, code: '', why: '' });
    for (const { index, failure: error } of rejected) steps.push(stepOf(left[index] ?? '', error));
  }
  const closing: Closing = {
    campaign: held.hash,
    at: now(),
    by,
    heads: Object.fromEntries(held.chains.map(({ publicKey, entries }) => [publicKey, headOf(entries)])),
    changeSetId: steps.some(({ intentId }) => intentId !== '') ? id : '',
    steps: steps.toSorted((a, b) => (a.item < b.item ? -1 : 1)),
  };
  const signature = key.sign({ ...closing });
  await store.write({
    meta: closingMeta(held.campaign.id, { ...closing, signature, evidence: null, evidenceAt: 0 }),
  });
  return success(closing);
}

const noKey = ({ campaign }: HeldReview): Result<never> =>
  failure(
    'forbidden',
    t(
      '{name} was made under an earlier key of this workspace, which is not kept: nobody could verify how it ended. Nothing was closed.',
      { name: campaign.name },
    ),
    t('Export what was decided, and make a new review.'),
  );

/** Why a review is not closed here and now; null where it may be. */
export function closingRefusal(held: HeldReview, nameOf: (item: string) => string): Result<never> | null {
  const { campaign, closing, mine } = held;
  if (closing !== null)
    return failure(
      'invalid-input',
      t('{name} was closed by {by} already. Nothing was changed.', { name: campaign.name, by: closing.by }),
      t('Export it, or make a new review.'),
    );
  if (!mine)
    return failure(
      'forbidden',
      t('{name} was made in the workspace of {by}, and is closed there. Nothing was changed.', {
        name: campaign.name,
        by: campaign.by,
      }),
      t('Export your decisions, and give the file to {by}.', { by: campaign.by }),
    );
  const disputed = disputedItems(held).map(nameOf);
  if (disputed.length === 0) return null;
  return failure(
    'conflict',
    disputed.length > 5
      ? t('Reviewers disagree about {disputed} and {more, number} more. Nothing was closed.', {
          disputed: disputed.slice(0, 5).join(', '),
          more: disputed.length - 5,
        })
      : t('Reviewers disagree about {disputed}. Nothing was closed.', { disputed: disputed.join(', ') }),
    t('Decide these first: what is decided here now counts.'),
  );
}

export const disputedItems = ({ standing }: HeldReview): readonly string[] =>
  [...standing].flatMap(([item, { decision }]) => (decision === 'disputed' ? [item] : []));
