import { digestOf, fingerprintOf } from '@main/reconcile/four-eyes/signing-key';
import { countedStandings } from '@shared/domain/reviews/standings';
import { cutAt } from './decision-chain';
import { summaryOf } from './review-rows';
import { type ReviewFile, verifyReview } from './verify-review';

/** What a file of a review proves, or why it proves nothing. Times in ms. */
export type ToldReview = ReturnType<typeof toldReview>;

/** Verifies the text of a file, by itself, and tells what it says; fingerprints are what people compare by voice. */
export function toldReview(text: string) {
  const read = verifyReview(text);
  if (!read.ok) return { verified: false, why: read.error.message, next: read.error.next } as const;
  return toldFile(read.value);
}

export const signer = (name: string, publicKey: string) => ({ name, fingerprint: fingerprintOf(publicKey) });

/** The same of a file that was verified. */
export function toldFile({ campaign, items, signature, chains, closing, evidence, seal }: ReviewFile) {
  const counted = chains.map(({ publicKey, entries }) => ({
    entries: closing === null ? entries : cutAt(entries, closing.heads[publicKey]),
  }));
  const held = { campaign, signature, chains, mine: false, hash: digestOf(campaign) };
  const ended = closing && { ...closing, evidence, evidenceAt: seal.at };
  const summary = summaryOf(
    { ...held, closing: ended, standing: countedStandings(counted, campaign, items) },
    evidence,
  );
  const { id, name, scopeText, hash, createdAt, asOf, total, counts, closedAt, evidence: ends } = summary;
  return {
    verified: true,
    ...{ id, name, scopeText, hash, createdAt, asOf, total, counts, closedAt, evidence: ends },
    madeBy: signer(campaign.by, campaign.publicKey),
    sealedBy: { ...signer(seal.by, seal.publicKey), at: seal.at },
    reviewers: chains.map(({ publicKey, entries }) => ({
      ...signer([...new Set(entries.map(({ by }) => by))].join(', '), publicKey),
      decisions: entries.length,
    })),
  } as const;
}
