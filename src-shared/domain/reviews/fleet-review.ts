import { z } from 'zod';
import { t } from '../../language/t';
import { WorkspaceId } from '../ids';
import { FleetReviewId, OwnAccess, ReviewId, ReviewScope } from './review';

/** What every application is asked alike: ids of organizations mean something in one pool only. */
export const FleetAsked = z.strictObject({
  name: z.string().trim().min(1).max(200),
  scope: ReviewScope.refine(
    ({ organizationId }) => organizationId === undefined,
    t('an organization is in one application only: name a role, a permission or a condition'),
  ),
  /** Names; none: anybody. */
  reviewers: z.array(z.string().trim().min(1).max(100)).max(50),
  /** Last day, ms; 0 for none. */
  dueAt: z.number(),
  note: z.string().max(2_000),
  ownAccess: OwnAccess.optional(),
  by: z.string().trim().min(1).max(100),
});
export type FleetAsked = z.infer<typeof FleetAsked>;

export const FleetApplication = z.strictObject({ applicationId: z.string().min(1), name: z.string() });
export type FleetApplication = z.infer<typeof FleetApplication>;

/** How one application came into the review. */
export const FleetPart = FleetApplication.extend({
  state: z.enum([
    /** A review of its people was frozen, in its own workspace. */
    'frozen',
    /** Its copy is complete, and nobody in it is in the scope. */
    'nobody',
    /** Its people are copied nowhere here: nobody looked there. */
    'no-copy',
    /** Its copy could not be opened or is not complete: nobody looked there either. */
    'unread',
  ]),
  /** Why not, in one sentence; '' where it was frozen. */
  why: z.string(),
  /** When its copy was complete last, ms; 0 where nobody knows. */
  asOf: z.number(),
  review: z.strictObject({ id: ReviewId, hash: z.string(), total: z.number().int() }).nullable(),
  /** Where there was more than one copy of its people: the one that answered, of how many. */
  copy: z.strictObject({ workspaceId: WorkspaceId, of: z.number().int() }).optional(),
});
export type FleetPart = z.infer<typeof FleetPart>;

/** Whether nobody looked into an application: it may be read later. */
export const isBlind = ({ state }: Pick<FleetPart, 'state'>): boolean =>
  state === 'no-copy' || state === 'unread';

/** What is signed by whoever made it: of each application the hash of what was frozen there, and nothing of its people. */
export const FleetCampaign = z.strictObject({
  format: z.literal('tenantry-fleet-review/1'),
  id: FleetReviewId,
  asked: FleetAsked,
  createdAt: z.number(),
  frozenAt: z.number(),
  /** Base URL of the platform's API. */
  service: z.string(),
  /** Raw, base64. */
  publicKey: z.string(),
  parts: z.array(FleetPart).min(1),
  /** Where applications were read after all: the digest of what was signed before, and when which of them were, in order. */
  later: z
    .strictObject({
      follows: z.string(),
      read: z.array(z.strictObject({ applicationId: z.string(), at: z.number() })).min(1),
    })
    .optional(),
});
export type FleetCampaign = z.infer<typeof FleetCampaign>;

/** How far the review of one application is by now: of a summary, or of a file. */
export interface PartProgress {
  readonly hash: string;
  /** Items by where they stand. */
  readonly counts: Readonly<Record<string, number>>;
  /** ms; 0 while it is open. */
  readonly closedAt: number;
  /** Revocations by what became of them. */
  readonly evidence: Readonly<Record<string, number>>;
}

/** What an application lacks yet, as a sentence. */
export interface FleetLack {
  readonly applicationId: string;
  readonly name: string;
  readonly why: string;
}

/**
 * What is not complete of a review over several applications: an application that nobody looked into, one whose review was not seen, items that nobody
 * decided, one that is not closed, a revocation that was not read back gone. None: it is complete. Pure.
 *
 * @param seen by application id
 */
export function fleetLacks(
  parts: readonly FleetPart[],
  seen: ReadonlyMap<string, PartProgress>,
): readonly FleetLack[] {
  return parts.flatMap(({ applicationId, name, state, why, review }) => {
    const lack = (told: string): FleetLack[] => [{ applicationId, name, why: told }];
    if (state === 'nobody') return [];
    if (review === null) return lack(why);
    const progress = seen.get(applicationId);
    if (progress === undefined) return lack(t('Its review was not read.'));
    if (progress.hash !== review.hash) return lack(t('Its review is another than the one that was frozen.'));
    const left = leftOf(progress);
    return left === '' ? [] : lack(left);
  });
}

function leftOf({ counts, closedAt, evidence }: PartProgress): string {
  const open = counts.open ?? 0;
  const disputed = counts.disputed ?? 0;
  const proven = (evidence.verified ?? 0) + (evidence['gone-before'] ?? 0);
  const unproven = (counts.revoke ?? 0) - proven;
  const told = [
    open > 0 && t('{open, plural, one {# item is} other {# items are}} not decided.', { open }),
    disputed > 0 &&
      t('Reviewers disagree about {disputed, plural, one {# item} other {# items}}.', { disputed }),
    closedAt === 0
      ? t('It is not closed.')
      : unproven > 0 &&
        t('{unproven, plural, one {# revocation was} other {# revocations were}} not read back gone.', {
          unproven,
        }),
  ];
  return told.filter((one) => one !== false).join(' ');
}
