import { digestOf } from '@main/reconcile/four-eyes/signing-key';
import { fleetLacks } from '@shared/domain/reviews/fleet-review';
import { signer, toldFile, toldReview } from '../told-review';
import { isFleetFile, verifyFleetReview } from './verify-fleet-review';

/** What a file of a review over several applications proves, or why it proves nothing; and what it lacks. Times in ms. */
export type ToldFleetReview = ReturnType<typeof toldFleetReview>;

/** Verifies the text of a file, by itself, and tells what it says of each application. */
export function toldFleetReview(text: string) {
  const read = verifyFleetReview(text);
  if (!read.ok) return { verified: false, why: read.error.message, next: read.error.next } as const;
  const { campaign, files, seal } = read.value;
  const { id, asked, createdAt, frozenAt, parts } = campaign;
  const seen = new Map(
    files.flatMap((file) => {
      const of = file.campaign.partOf?.applicationId;
      return of === undefined ? [] : [[of, toldFile(file)] as const];
    }),
  );
  const lacks = fleetLacks(parts, seen);
  return {
    verified: true,
    complete: lacks.length === 0,
    lacks,
    ...{ id, name: asked.name, hash: digestOf(campaign), createdAt, frozenAt },
    readLater: campaign.later?.read ?? [],
    madeBy: signer(asked.by, campaign.publicKey),
    sealedBy: { ...signer(seal.by, seal.publicKey), at: seal.at },
    applications: parts.map((part) => ({ ...part, told: seen.get(part.applicationId) ?? null })),
  } as const;
}

export type ToldReviewFile = ToldFleetReview | ReturnType<typeof toldReview>;

/** Verifies the text of a file of either kind, by itself. */
export const toldReviewFile = (text: string): ToldReviewFile =>
  isFleetFile(text) ? toldFleetReview(text) : toldReview(text);

/** Whether it is as it was exported; of several applications it must be complete as well. */
export const isProven = (told: ToldReviewFile): boolean =>
  told.verified && (!('complete' in told) || told.complete);
