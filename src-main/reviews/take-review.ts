import { fingerprintOf, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import type { Store, WriteBatch } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecisionChain } from '@shared/domain/reviews/review';
import { t } from '@shared/language/t';
import { closingMeta, grownChainMeta, newReviewMeta, readReview } from './kept-reviews';
import { takenClosing } from './take-closing';
import { type ReviewFile, verifyReview } from './verify-review';

export interface Taken {
  readonly file: ReviewFile;
  /** Decisions that were not here. */
  readonly added: number;
  /** What of it is not believed, in a sentence; '' for nothing. */
  readonly left: string;
}

/**
 * Takes a file in: a review that is not here, or what others decided about one that is. Nothing that was decided here is replaced: a chain
 * only ever grows.
 */
export async function takeReviewFile(store: Store, text: string): Promise<Result<Taken>> {
  const read = verifyReview(text);
  if (!read.ok)
    return {
      ...read,
      error: {
        ...read.error,
        message: t('{message} Nothing was taken over.', { message: read.error.message }),
      },
    };
  const file = read.value;
  const { campaign, signature, items, chains } = file;
  let added = 0;
  let left = '';
  let refused: Result<never> | null = null;
  await store.write(async (): Promise<WriteBatch> => {
    added = 0;
    const held = await readReview(store, campaign.id);
    const meta =
      held === null ? { ...(await newReviewMeta(store, { campaign, signature, mine: false }, items)) } : {};
    let kept = held?.chains ?? [];
    for (const chain of chains) {
      const own = kept.find(({ publicKey }) => publicKey === chain.publicKey);
      const before = own?.entries.length ?? 0;
      if (isForked(own, chain)) {
        refused = forked(chain, held?.campaign.name ?? campaign.name);
        return {};
      }
      if (chain.entries.length <= before) continue;
      if (held?.closing) {
        refused = late(held.campaign.name, held.closing.by);
        return {};
      }
      added += chain.entries.length - before;
      Object.assign(meta, grownChainMeta(campaign.id, kept, chain, before));
      kept = [...kept.filter(({ publicKey }) => publicKey !== chain.publicKey), chain];
    }
    const ended = takenClosing(file, held);
    if (!ended.ok) {
      refused = ended;
      return {};
    }
    left = ended.value.left;
    if (ended.value.keeps !== null) Object.assign(meta, closingMeta(campaign.id, ended.value.keeps));
    return { meta };
  });
  return refused ?? success({ file, added, left });
}

/** Neither is the beginning of the other: what one of them holds was never decided in the other. */
function isForked(own: DecisionChain | undefined, other: DecisionChain): boolean {
  const shorter = Math.min(own?.entries.length ?? 0, other.entries.length);
  return own?.entries[shorter - 1]?.hash !== other.entries[shorter - 1]?.hash && shorter > 0;
}

const forked = ({ entries }: DecisionChain, name: string): Result<never> =>
  failure(
    'conflict',
    t(
      'The decisions of {by} about {name} are others here than in the file, under the same key. Nothing was taken over.',
      { by: entries.at(-1)?.by ?? t('a reviewer'), name },
    ),
    t(
      'A workspace was put back to an older backup and decided anew: ask which of the two counts, and make a new review.',
    ),
  );

const late = (name: string, by: string): Result<never> =>
  failure(
    'conflict',
    t('{name} was closed by {by} before these decisions came. Nothing was taken over.', { name, by }),
    t('Make a new review of what was decided later.'),
  );

/** Who sealed a file. */
export const signerOf = ({ seal }: ReviewFile, key: SigningKey) => ({
  name: seal.by,
  fingerprint: fingerprintOf(seal.publicKey),
  self: seal.publicKey === key.publicKey,
});
