import { z } from 'zod';
import { ChangeSet } from '../domain/change-set';
import { ChangeSetId } from '../domain/ids';
import { Intent, IntentDraft } from '../domain/intent';
import { Failure } from './failure';

const name = z.string().trim().min(1).max(100);

/** Who signed. The fingerprint, 16 hex digits, is what two people compare by voice. */
export const Signer = z.object({ name: z.string(), fingerprint: z.string(), self: z.boolean() });
export type Signer = z.infer<typeof Signer>;

export const ReviewVerdict = z.object({
  decision: z.enum(['approved', 'refused']),
  note: z.string(),
  at: z.number(),
  by: Signer,
});
export type ReviewVerdict = z.infer<typeof ReviewVerdict>;

/** What is signed of a change set, and by whom. */
export const SignedReview = z.object({
  author: Signer,
  madeAt: z.number(),
  verdicts: z.array(ReviewVerdict),
  /** False when the set here asks for something else by now than what was signed: a verdict does not cover that. */
  current: z.boolean(),
});
export type SignedReview = z.infer<typeof SignedReview>;

/** A file to be saved: UTF-8 text. */
export const TextFile = z.object({ fileName: z.string(), text: z.string() });
export type TextFile = z.infer<typeof TextFile>;

export const ImportReport = z.object({
  changeSet: ChangeSet,
  review: SignedReview,
  staged: z.array(Intent),
  /** Steps that cannot be staged on the rows at hand. */
  rejected: z.array(z.object({ label: z.string(), failure: Failure })),
  /** False when the file was made for a service at another address. */
  sameService: z.boolean(),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const fourEyesOperations = {
  /** The open intents of a set as one file, signed with the key of this workspace. */
  exportChangeSet: { kind: 'write', input: z.object({ id: ChangeSetId, signer: name }), output: TextFile },
  /**
   * Takes a signed file in: a colleague's set is staged as a set of its own, to be planned on the live state here; one's own
   * that comes back brings its verdicts. A file that was tampered with is refused (`invalid-input`), what and where named.
   */
  importChangeSet: {
    kind: 'write',
    input: z.object({ text: z.string().max(100_000_000) }),
    output: ImportReport,
  },
  /** Signs a verdict on an imported set; the file is to be carried back. A refused set is withdrawn here, undoably. */
  reviewChangeSet: {
    kind: 'write',
    input: z.object({
      id: ChangeSetId,
      decision: z.enum(['approved', 'refused']),
      note: z.string().max(2_000).default(''),
      signer: name,
    }),
    output: TextFile,
  },
  /** Off by default. On, nothing is sent but what a colleague approved, unchanged, in a signed set. */
  requireApproval: { kind: 'write', input: z.object({ on: z.boolean() }), output: z.object({}) },
  /** Null for a set that was neither exported nor imported. */
  signedReview: { kind: 'read', input: z.object({ id: ChangeSetId }), output: SignedReview.nullable() },
} as const;

/** One step in a signed file: a draft with the values that its author saw. */
export const SignedStep = z.object({ label: z.string(), draft: IntentDraft });
export type SignedStep = z.infer<typeof SignedStep>;
