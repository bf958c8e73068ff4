import { z } from 'zod';
import { t } from '../../language/t';
import { Blocker, PathNode } from '../access/access-answer';
import { parseFilter } from '../filter/parse-filter';
import { Recommendation } from './recommend';

/** Id of a review, `rev_…`: a part of where it is kept. */
export const ReviewId = z
  .string()
  .regex(/^rev_[a-z0-9]{1,64}$/)
  .brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewId>;

/** Which memberships are reviewed: all that fit every one of these, at least one of which is given. */
export const ReviewScope = z
  .strictObject({
    organizationId: z.string().min(1).optional(),
    roleKey: z.string().min(1).optional(),
    permissionKey: z.string().min(1).optional(),
    /** Conditions on memberships as text (docs/cli.md), as a saved view has them; spans are told by when the review is made. */
    where: z.string().trim().max(20_000).default(''),
  })
  .superRefine(({ organizationId, roleKey, permissionKey, where }, context) => {
    const complain = (message: string): void => context.addIssue({ code: 'custom', message });
    const read = parseFilter('membership', where);
    if (!read.ok) complain(read.error.message.replace(/\.$/, ''));
    if ((organizationId ?? roleKey ?? permissionKey) === undefined && where === '')
      complain(t('name an organization, a role, a permission or a condition: nobody reviews everything'));
  });
export type ReviewScope = z.infer<typeof ReviewScope>;

/** A membership as it was when the review was made. Times in ms, 0 for never. */
export const ReviewItem = z.strictObject({
  membershipId: z.string().min(1),
  userId: z.string(),
  userName: z.string(),
  userEmail: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  /** Key of the role. */
  role: z.string(),
  roleName: z.string(),
  /** What the role gave: keys, sorted. */
  permissions: z.array(z.string()),
  path: z.array(PathNode),
  blockers: z.array(Blocker),
  since: z.number(),
  lastSignInAt: z.number(),
  lastActiveAt: z.number(),
  origin: z.enum(['directory', 'invitation', 'other']),
  recommendation: Recommendation,
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/**
 * What a decision about one's own access comes to: nothing, or nothing before somebody else decided as well. Left out: it counts, and is
 * marked.
 */
export const OwnAccess = z.enum(['refused', 'second']);

/** Id of a review over several applications, `frev_…`: a part of where it is kept. */
export const FleetReviewId = z
  .string()
  .regex(/^frev_[a-z0-9]{1,64}$/)
  .brand<'FleetReviewId'>();
export type FleetReviewId = z.infer<typeof FleetReviewId>;

/** What says in the review of one application which one it belongs to. */
export const PartOf = z.strictObject({ id: FleetReviewId, applicationId: z.string().min(1) });
export type PartOf = z.infer<typeof PartOf>;

/** What is signed by whoever made it: all that never changes again. */
export const Campaign = z.strictObject({
  format: z.literal('tenantry-review/1'),
  id: ReviewId,
  name: z.string().trim().min(1).max(200),
  /** As it was asked. */
  scope: ReviewScope,
  /** The same in words. */
  scopeText: z.string(),
  /** Names; none: anybody. */
  reviewers: z.array(z.string().trim().min(1).max(100)).max(50),
  /** Last day, ms; 0 for none. */
  dueAt: z.number(),
  note: z.string().max(2_000),
  ownAccess: OwnAccess.optional(),
  /** Of a review over several applications: which, and of which of them this one is. */
  partOf: PartOf.optional(),
  by: z.string(),
  createdAt: z.number(),
  /** How old the copy was: the end of its last complete sweep, ms. */
  asOf: z.number(),
  /** Base URL of the service's API. */
  service: z.string(),
  /** Raw, base64. */
  publicKey: z.string(),
  /** SHA-256 of each item's canonical JSON, hex, in order. */
  items: z.array(z.string()).min(1),
});
export type Campaign = z.infer<typeof Campaign>;

/** Whether two names are one reviewer's: capitals count for nothing. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether an item is the access of who goes by a name, or by an address. */
export const isOwn = (
  { userName, userEmail }: Pick<ReviewItem, 'userName' | 'userEmail'>,
  by: string,
): boolean => by.trim() !== '' && [userName, userEmail].some((name) => isSameName(name.trim(), by.trim()));

/** Whether a name may decide: anybody where no reviewers are named. */
export const mayDecide = ({ reviewers }: Pick<Campaign, 'reviewers'>, by: string): boolean =>
  reviewers.length === 0 || reviewers.some((name) => isSameName(name, by));

/** `open` takes a decision back. */
export const Decision = z.enum(['keep', 'revoke', 'unknown', 'open']);
export type Decision = z.infer<typeof Decision>;

/** One decision, chained by hash to the one before it of the same key. */
export const DecisionEntry = z.strictObject({
  /** Id of the membership. */
  item: z.string(),
  decision: Decision,
  note: z.string().max(2_000),
  by: z.string(),
  at: z.number(),
  /** Hashes of the entries about the item that it replaces: all that stood where it was made. */
  over: z.array(z.string()),
  /** Hash of the entry before it, '' for the first. */
  previous: z.string(),
  /** SHA-256, hex, of all of the above with the hash of the campaign. */
  hash: z.string(),
});
export type DecisionEntry = z.infer<typeof DecisionEntry>;

/** Everything that was decided with one key. */
export const DecisionChain = z.strictObject({
  publicKey: z.string(),
  entries: z.array(DecisionEntry),
  /** Over campaign, last hash and number of entries: nothing is cut off its end unseen. */
  signature: z.string(),
});
export type DecisionChain = z.infer<typeof DecisionChain>;

/** A revocation as it was staged; `intentId` is '' where it could not be, and `code` and `why` tell. */
export const RevocationStep = z.strictObject({
  item: z.string(),
  intentId: z.string(),
  code: z.string(),
  why: z.string(),
});
export type RevocationStep = z.infer<typeof RevocationStep>;

/** The end of a review, signed by whoever made it. */
export const Closing = z.strictObject({
  /** Hash of the campaign. */
  campaign: z.string(),
  at: z.number(),
  by: z.string(),
  /** Last hash of each chain by then, by public key: what was decided later does not count. */
  heads: z.record(z.string(), z.string()),
  /** '' where nothing was revoked. */
  changeSetId: z.string(),
  steps: z.array(RevocationStep),
});
export type Closing = z.infer<typeof Closing>;
