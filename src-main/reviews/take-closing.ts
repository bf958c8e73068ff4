import { failure, type Result, success } from '@shared/contract/failure';
import { t } from '@shared/language/t';
import type { HeldReview, KeptClosing } from './kept-reviews';
import type { ReviewFile } from './verify-review';

/** What of a file's end is kept, null where that changes nothing; `left`: what of it is not believed, in a sentence, '' for nothing. */
interface TakenClosing {
  readonly keeps: KeptClosing | null;
  readonly left: string;
}

/**
 * How a review that was made elsewhere ended. Its maker signs the closing, but what became of the revocations stands under the seal alone:
 * only the maker's counts, and only a later one replaces what an earlier one told. Expected failure: `conflict`, where it was closed twice.
 */
export function takenClosing(file: ReviewFile, held: HeldReview | null): Result<TakenClosing> {
  const { campaign, closing, evidence, seal } = file;
  if (closing === null || held?.mine === true) return success({ keeps: null, left: '' });
  const kept = held?.closing ?? null;
  if (kept !== null && kept.signature !== closing.signature) return twice(campaign.name, campaign.by);
  if (seal.publicKey !== campaign.publicKey)
    return success({
      keeps: kept === null ? { ...closing, evidence: [], evidenceAt: 0 } : null,
      left: evidence.length === 0 ? '' : unvouched(seal.by, campaign.by),
    });
  const before = kept?.evidenceAt ?? 0;
  if (seal.at <= before) return success({ keeps: null, left: seal.at < before ? older(seal.by) : '' });
  return success({ keeps: { ...closing, evidence, evidenceAt: seal.at }, left: '' });
}

const unvouched = (by: string, maker: string): string =>
  t(
    'What became of the revocations was left out: {by} sealed this file, and only {maker}, who made the review, saw it. Ask {maker} for the file.',
    { by, maker },
  );

const older = (by: string): string =>
  t(
    'What became of the revocations was left out: {by} has told of them in a later file, which is here already.',
    { by },
  );

const twice = (name: string, by: string): Result<never> =>
  failure(
    'conflict',
    t(
      '{name} was closed twice by {by}: the closing of the file is another than the one here. Nothing was taken over.',
      { name, by },
    ),
    t('A workspace was put back to an older backup and closed anew: ask which of the two counts.'),
  );
