import { parsedJson, spellingFault, writtenAs } from '@main/reconcile/four-eyes/read-signed-file';
import { digestOf, isSignedBy, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import { failure, type Result, success } from '@shared/contract/failure';
import type { TextFile } from '@shared/contract/four-eyes';
import type { JsonObject } from '@shared/domain/json';
import { FleetCampaign } from '@shared/domain/reviews/fleet-review';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { fileNameOf } from '../review-report';
import { ReviewFile, Seal, sealFault, sealOf, verifyReview } from '../verify-review';
import { followsFault } from './freeze-fleet-review';
import { SignedCampaign } from './kept-fleet-reviews';

/** A review over several applications as one file: what was frozen of which, and the signed file of each. */
export const FleetReviewFile = z.strictObject({
  campaign: FleetCampaign,
  signature: z.string(),
  /** What was signed before applications were read after all, oldest first. */
  earlier: z.array(SignedCampaign).min(1).optional(),
  /** Of applications whose review was read when it was written. */
  files: z.array(ReviewFile),
  seal: Seal,
});
export type FleetReviewFile = z.infer<typeof FleetReviewFile>;

/** Whether a text says of itself that it is of several applications. */
export const isFleetFile = (text: string): boolean =>
  z.object({ campaign: z.object({ format: FleetCampaign.shape.format }) }).safeParse(parsedJson(text))
    .success;

/** Reads the file of a review over several applications, by itself. Expected failure: `invalid-input`, with what was changed. */
export function verifyFleetReview(text: string): Result<FleetReviewFile> {
  const raw = parsedJson(text);
  const decoded = FleetReviewFile.safeParse(raw);
  if (!decoded.success) return broken(t('It is no review that Tenantry has signed, or it is cut short.'));
  const { campaign, signature, earlier = [], files, seal } = decoded.data;
  const all = [...earlier, { campaign, signature }];
  if (all.some(({ campaign: each, signature: by }) => !isSignedBy(campaign.publicKey, each, by)))
    return broken(
      t(
        'The signature of {by} does not fit: name, scope, applications or what was frozen of them were changed.',
        { by: campaign.asked.by },
      ),
    );
  const fault =
    followsFault(
      earlier.map((each) => each.campaign),
      campaign,
    ) ??
    filesFault(campaign, files) ??
    sealFault(seal, raw) ??
    spellingFault(text, raw);
  return fault === null ? success(decoded.data) : broken(fault);
}

/** Puts the files of the applications together, each verified, and seals them. */
export function sealedFleetFile(
  { campaign, signature, earlier }: Required<Pick<FleetReviewFile, 'campaign' | 'signature' | 'earlier'>>,
  texts: readonly string[],
  { key, signer, now }: { readonly key: SigningKey; readonly signer: string; readonly now: number },
): Result<TextFile> {
  const files: ReviewFile[] = [];
  for (const text of texts) {
    const read = verifyReview(text);
    if (!read.ok) return read;
    files.push(read.value);
  }
  const fault = filesFault(campaign, files);
  if (fault !== null) return broken(fault);
  const content = JSON.parse(
    JSON.stringify({ campaign, signature, ...(earlier.length > 0 && { earlier }), files }),
  ) as JsonObject;
  const text = writtenAs({ ...content, seal: sealOf(content, { by: signer, at: now }, key) });
  return success({ fileName: `${fileNameOf(campaign.asked.name)}.review.json`, text });
}

function filesFault({ id, parts }: FleetCampaign, files: readonly ReviewFile[]): string | null {
  const frozen = new Map(parts.map((part) => [part.applicationId, part]));
  for (const file of files) {
    const { partOf, name } = file.campaign;
    const part = partOf?.id === id ? frozen.get(partOf.applicationId) : undefined;
    // One file of each application, and no other.
    if (part === undefined || !frozen.delete(part.applicationId))
      return t('The review {name} in it belongs to none of its applications.', { name });
    if (part.review?.hash !== digestOf(file.campaign))
      return t('The review of {name} is another than the one that was frozen.', { name: part.name });
    const read = verifyReview(writtenAs(file));
    if (!read.ok) return t('{name}: {why}', { name: part.name, why: read.error.message });
  }
  return null;
}

const broken = (why: string): Result<never> =>
  failure('invalid-input', why, t('Ask for the file anew, from whoever exported it.'));
