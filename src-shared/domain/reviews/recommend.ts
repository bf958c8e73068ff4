import { z } from 'zod';
import { t } from '../../language/t';
import { isPowerful } from '../access';
import type { Blocker } from '../access/access-answer';
import { dayMs } from '../utc-day';

/** Why something is recommended. */
export const ReviewReason = z.strictObject({
  kind: z.enum([
    'banned',
    'deprovisioned',
    'idle',
    'never-signed-in',
    'new',
    'in-use',
    'only-admin',
    'outside-domains',
    'directory',
    'role-unknown',
  ]),
  /** One sentence. */
  text: z.string(),
});
export type ReviewReason = z.infer<typeof ReviewReason>;

/** `none`: nothing that is known speaks for either. `low` risk may be accepted in bulk. */
export const Recommendation = z.strictObject({
  verdict: z.enum(['keep', 'revoke', 'none']),
  risk: z.enum(['low', 'high']),
  reasons: z.array(ReviewReason).min(1),
});
export type Recommendation = z.infer<typeof Recommendation>;

/** What a recommendation is made from. Times in ms, 0 for never; names are '' where there is none. */
export interface RecommendFacts {
  readonly now: number;
  readonly userName: string;
  readonly userEmail: string;
  readonly organizationName: string;
  readonly permissions: readonly string[];
  readonly blockers: readonly Pick<Blocker, 'kind' | 'text'>[];
  readonly since: number;
  readonly lastSeenAt: number;
  /** Name of the directory that manages the person. */
  readonly directory: string;
  readonly isOnlyAdmin: boolean;
  /** Verified domains of the organization; with none, one address is as good as another. */
  readonly domains: readonly string[];
}

/** Whoever was not seen for so long does not need it (Okta: 90 days). */
export const idleDays = 90;

/** What to decide about a membership, with every reason; the only admin is kept whatever else is said of them. Pure. */
export function recommend(facts: RecommendFacts): Recommendation {
  const barring = barred(facts);
  const use = usage(facts);
  const warnings = warned(facts);
  const directed: ReviewReason[] =
    facts.directory === ''
      ? []
      : [
          {
            kind: 'directory',
            text: t('Managed by the directory {directory}: revoke it there.', { directory: facts.directory }),
          },
        ];
  const reasons = [...barring, use, ...warnings, ...directed];
  const isIdle = use.kind === 'idle' || use.kind === 'never-signed-in';
  const verdict = facts.isOnlyAdmin
    ? 'keep'
    : barring.length > 0 || isIdle
      ? 'revoke'
      : warnings.length > 0
        ? 'none'
        : 'keep';
  const isPlain = warnings.length === 0 && !facts.permissions.some(isPowerful);
  const isLow = verdict === 'keep' ? isPlain : barring.length > 0 && directed.length === 0;
  return { verdict, risk: isLow && verdict !== 'none' ? 'low' : 'high', reasons };
}

const barred = ({ blockers }: RecommendFacts): readonly ReviewReason[] =>
  blockers.flatMap(({ kind, text }): ReviewReason[] =>
    kind === 'banned' || kind === 'deprovisioned' ? [{ kind, text }] : [],
  );

/** Whether it is used, in one sentence. */
function usage({ now, since, lastSeenAt, userName }: RecommendFacts): ReviewReason {
  const days = (from: number): number => Math.floor((now - from) / dayMs);
  if (lastSeenAt > 0)
    return days(lastSeenAt) >= idleDays
      ? {
          kind: 'idle',
          text: t('{userName} was not seen for {days, number} days.', { userName, days: days(lastSeenAt) }),
        }
      : {
          kind: 'in-use',
          text: seen(userName, days(lastSeenAt)),
        };
  return days(since) >= idleDays
    ? {
        kind: 'never-signed-in',
        text: t('{userName} never signed in, a member for {days, number} days.', {
          userName,
          days: days(since),
        }),
      }
    : {
        kind: 'new',
        text: joined(userName, days(since)),
      };
}

function seen(userName: string, days: number): string {
  if (days <= 0) return t('{userName} was seen today.', { userName });
  if (days === 1) return t('{userName} was seen yesterday.', { userName });
  return t('{userName} was seen {days, number} days ago.', { userName, days });
}

function joined(userName: string, days: number): string {
  if (days <= 0) return t('{userName} never signed in, and became a member today only.', { userName });
  if (days === 1) return t('{userName} never signed in, and became a member yesterday only.', { userName });
  return t('{userName} never signed in, and became a member {days, number} days ago only.', {
    userName,
    days,
  });
}

function warned({ isOnlyAdmin, organizationName, domains, userEmail, blockers }: RecommendFacts) {
  const found: ReviewReason[] = [];
  if (isOnlyAdmin)
    found.push({
      kind: 'only-admin',
      text: t('The only admin of {organizationName}: make another one first.', { organizationName }),
    });
  const domain = userEmail.slice(userEmail.lastIndexOf('@') + 1).toLowerCase();
  if (domains.length > 0 && !domains.some((own) => own.toLowerCase() === domain))
    found.push({
      kind: 'outside-domains',
      text: outside(userEmail, { organizationName, domains: domains.slice(0, 3).join(', ') }),
    });
  for (const { kind, text } of blockers) if (kind === 'role-unknown') found.push({ kind, text });
  return found;
}

const outside = (
  userEmail: string,
  names: { readonly organizationName: string; readonly domains: string },
): string =>
  userEmail === ''
    ? t('No address is outside of {organizationName}’s domains ({domains}).', names)
    : t('{userEmail} is outside of {organizationName}’s domains ({domains}).', { userEmail, ...names });
