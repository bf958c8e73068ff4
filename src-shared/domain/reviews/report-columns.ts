import type { Evidence } from './evidence';
import type { Campaign, Closing, ReviewItem } from './review';
import { type Standing, spoken } from './standings';

/** One line of a report: an item with what was decided and what became of it. */
export interface ReportLine {
  readonly item: ReviewItem;
  readonly standing: Standing;
  readonly evidence: Evidence | null;
}

export interface ReportHead {
  readonly campaign: Campaign;
  readonly closing: Closing | null;
}

type Cells = Readonly<Record<string, string>>;
type Columns = (head: ReportHead, line: ReportLine) => Cells;

/** ISO 8601 in UTC, '' for never. */
const time = (ms: number): string => (ms === 0 ? '' : new Date(ms).toISOString());

const results = {
  keep: 'Approve',
  revoke: 'Deny',
  // Entra has three results; the justification tells these from what nobody looked at.
  unknown: 'Not reviewed',
  open: 'Not reviewed',
  disputed: 'Not reviewed',
} as const;
const spokenWords = { ...results, unknown: 'Don’t know' } as const;
const advice = { keep: 'Approve', revoke: 'Deny', none: 'No info' } as const;

const names = (standing: Standing): string => [...new Set(spoken(standing).map(({ by }) => by))].join(', ');

function justification({ decision, entries }: Standing): string {
  const own = spoken({ entries });
  const noted = own[0]?.note ?? '';
  if (decision === 'open' && own.length > 0) return `Decided only by whose access it is. ${noted}`.trim();
  if (decision === 'unknown') return `Don’t know. ${noted}`.trim();
  if (decision !== 'disputed') return noted;
  const said = own.map(({ by, decision: one, note }) => `${by}: ${spokenWords[one]}${note && ` (${note})`}`);
  return `Disputed. ${said.join('; ')}`;
}

/** Whether the service took it, as far as is known. */
const isApplied = (evidence: Evidence | null): boolean =>
  evidence?.state === 'applied' || evidence?.state === 'verified';

/** Who is a member again has access again. */
const isGone = (evidence: Evidence | null): boolean =>
  (isApplied(evidence) || evidence?.state === 'gone-before') && evidence?.againAs === '';

const submission: Readonly<Record<Evidence['state'], string>> = {
  'not-staged': 'Not applied',
  staged: 'Pending',
  conflict: 'Not applied',
  refused: 'Failed',
  withdrawn: 'Not applied',
  lost: 'Not known',
  applied: 'Applied, not read back',
  verified: 'Applied and verified',
  'gone-before': 'Gone before',
};

/** As Microsoft Entra exports the results of an access review: one line for each decision. */
export const entraColumns: Columns = ({ campaign, closing }, { item, standing, evidence }) => ({
  'Access review ID': campaign.id,
  'Access review series ID': campaign.id,
  'Access review name': campaign.name,
  Created: time(campaign.createdAt),
  Start: time(campaign.createdAt),
  End: time(closing?.at ?? campaign.dueAt),
  Status: closing === null ? 'In progress' : 'Completed',
  Resource: `${item.organizationName}: ${item.roleName}`,
  Owner: campaign.by,
  'Principal ID': item.userId,
  'Principal name': item.userName,
  UPN: item.userEmail,
  'Principal type': 'User',
  'Review date': time(spoken(standing)[0]?.at ?? 0),
  Result: results[standing.decision],
  Justification: justification(standing),
  Reviewer: names(standing),
  'Applied by': isApplied(evidence) ? (closing?.by ?? '') : '',
  'Applied date': time(isApplied(evidence) ? (evidence?.at ?? 0) : 0),
  Recommendation: advice[item.recommendation.verdict],
  'Submission result':
    evidence === null
      ? ''
      : [submission[evidence.state], evidence.why, evidence.againAs && 'Member again since']
          .filter(Boolean)
          .join('. '),
});

const appropriate = { keep: 'Yes', revoke: 'No', unknown: '', open: '', disputed: '' } as const;

/** As Vanta takes accounts with their reviews. */
export const vantaColumns: Columns = (_, { item, standing, evidence }) => ({
  'Account name': item.userEmail || item.userName,
  'Account owner': item.userName,
  Role: `${item.organizationName}: ${item.roleName}`,
  Status: isGone(evidence) ? 'Deactivated' : 'Active',
  'Access Appropriate': appropriate[standing.decision],
  'Date created': time(item.since),
  'Date deactivated': time(isGone(evidence) ? (evidence?.at ?? 0) : 0),
});
