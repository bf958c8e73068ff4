import { parsedJson, spellingFault } from '@main/reconcile/four-eyes/read-signed-file';
import { digestOf, isSignedBy, type SigningKey } from '@main/reconcile/four-eyes/signing-key';
import { failure, type Result, success } from '@shared/contract/failure';
import { JsonObject } from '@shared/domain/json';
import { Evidence } from '@shared/domain/reviews/evidence';
import { Campaign, Closing, DecisionChain, mayDecide, ReviewItem } from '@shared/domain/reviews/review';
import { countedStandings } from '@shared/domain/reviews/standings';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { chainFault, cutAt } from './decision-chain';

/** What is signed at last, over all that the file holds. */
export const Seal = z.strictObject({
  by: z.string(),
  at: z.number(),
  publicKey: z.string(),
  /** SHA-256, hex, of the canonical JSON of everything before it. */
  content: z.string(),
  signature: z.string(),
});
export type Seal = z.infer<typeof Seal>;

/** The seal of all that a file holds beside it. */
export function sealOf(content: JsonObject, told: Pick<Seal, 'by' | 'at'>, key: SigningKey): Seal {
  const seal = { ...told, publicKey: key.publicKey, content: digestOf(content) };
  return { ...seal, signature: key.sign(seal) };
}

/** Why a seal does not fit what stands before it, as read from the file; null where it does. */
export function sealFault({ signature, ...signed }: Seal, raw: unknown): string | null {
  if (!isSignedBy(signed.publicKey, signed, signature))
    return t('The seal of {by} was changed after the file was written.', { by: signed.by });
  // As it stands there: what decoding leaves out was not sealed either.
  const { seal: _, ...content } = JsonObject.parse(raw);
  return digestOf(content) === signed.content
    ? null
    : t('The evidence, or something else that the seal covers, was changed after the file was written.');
}

const SignedClosing = Closing.extend({ signature: z.string() });

/** A review as one file: what was frozen, who decided what, how it ended, and what was seen of that. */
export const ReviewFile = z.strictObject({
  campaign: Campaign,
  signature: z.string(),
  items: z.array(ReviewItem),
  chains: z.array(DecisionChain),
  closing: SignedClosing.nullable(),
  evidence: z.array(Evidence),
  seal: Seal,
});
export type ReviewFile = z.infer<typeof ReviewFile>;

/**
 * Reads the file of a review, by itself: no workspace, no network. Expected failure: `invalid-input`, with what was changed after it was
 * signed. Who stands behind a key, two people compare by its fingerprint.
 */
export function verifyReview(text: string): Result<ReviewFile> {
  const raw = parsedJson(text);
  const decoded = ReviewFile.safeParse(raw);
  if (!decoded.success) return broken(t('It is no review that Tenantry has signed, or it is cut short.'));
  const file = decoded.data;
  const fault =
    campaignFault(file) ??
    decisionsFault(file) ??
    closingFault(file) ??
    sealFault(file.seal, raw) ??
    spellingFault(text, raw);
  return fault === null ? success(file) : broken(fault);
}

const broken = (why: string): Result<never> =>
  failure('invalid-input', why, t('Ask for the file anew, from whoever exported it.'));

function campaignFault({ campaign, signature, items }: ReviewFile): string | null {
  if (!isSignedBy(campaign.publicKey, campaign, signature))
    return t(
      'The signature of {by} does not fit: name, scope, reviewers, times or the list of items were changed after they were frozen.',
      { by: campaign.by },
    );
  for (const [index, item] of items.entries())
    if (digestOf(item) !== campaign.items[index])
      return t('{item} was changed after it was frozen.', { item: nameOf(item) });
  return items.length === campaign.items.length
    ? null
    : t('{count, number} items were frozen, but the file holds {held, number}.', {
        count: campaign.items.length,
        held: items.length,
      });
}

function decisionsFault({ campaign, items, chains }: ReviewFile): string | null {
  const hash = digestOf(campaign);
  const names = new Map(items.map((item) => [item.membershipId, nameOf(item)]));
  if (new Set(chains.map(({ publicKey }) => publicKey)).size < chains.length)
    return t('The decisions of one key stand there twice.');
  for (const chain of chains) {
    const fault = chainFault(hash, chain, (item) => names.get(item));
    if (fault !== null) return fault;
    const stranger = chain.entries.find(({ by }) => !mayDecide(campaign, by));
    if (stranger !== undefined)
      return t('{by} decided about {item}, but is none of its reviewers: {reviewers}.', {
        by: stranger.by,
        item: names.get(stranger.item) ?? stranger.item,
        reviewers: campaign.reviewers.join(', '),
      });
  }
  return null;
}

function closingFault({ campaign, items, chains, closing, evidence }: ReviewFile): string | null {
  if (closing === null) return evidence.length === 0 ? null : t('It holds evidence, but was never closed.');
  const { signature, ...signed } = closing;
  if (closing.campaign !== digestOf(campaign) || !isSignedBy(campaign.publicKey, signed, signature))
    return t('The closing by {by} was changed after it was signed.', { by: closing.by });
  const counted = chains.map((chain) => ({
    ...chain,
    entries: cutAt(chain.entries, closing.heads[chain.publicKey]),
  }));
  const lacking = Object.entries(closing.heads).find(
    ([key, head]) =>
      !counted.some(({ publicKey, entries }) => publicKey === key && entries.at(-1)?.hash === head),
  );
  if (lacking !== undefined) return t('Decisions that it was closed with are not there any more.');
  const standing = countedStandings(counted, campaign, items);
  const stray = closing.steps.find(({ item }) => standing.get(item)?.decision !== 'revoke');
  if (stray !== undefined)
    return t('The membership {item} was revoked, but nobody decided that.', { item: stray.item });
  const steps = new Set(closing.steps.map(({ item }) => item));
  const odd = evidence.find(({ item }) => !steps.has(item));
  return odd === undefined
    ? null
    : t('There is evidence about {item}, which was not revoked.', { item: odd.item });
}

const nameOf = ({ userName, organizationName }: ReviewItem): string =>
  t('{member} in {organization}', { member: userName, organization: organizationName });
