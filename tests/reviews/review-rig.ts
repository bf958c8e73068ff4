import { digestOf, type SigningKey, signingKeyOf } from '@main/reconcile/four-eyes/signing-key';
import { chainOn, headOf, type NewDecision } from '@main/reviews/decision-chain';
import type { HeldReview } from '@main/reviews/kept-reviews';
import { reportOf } from '@main/reviews/review-report';
import type { Evidence } from '@shared/domain/reviews/evidence';
import { type Campaign, type Closing, ReviewId, type ReviewItem } from '@shared/domain/reviews/review';
import { standings } from '@shared/domain/reviews/standings';

export const keyOf = (letter: string): SigningKey => signingKeyOf(letter.repeat(64));

export const itemOf = (id: string, more: Partial<ReviewItem> = {}): ReviewItem => ({
  membershipId: `orgmem_${id}`,
  userId: `user_${id}`,
  userName: `Name ${id}`,
  userEmail: `${id}@acme.com`,
  organizationId: 'org_1',
  organizationName: 'Acme',
  role: 'org:admin',
  roleName: 'Admin',
  permissions: ['org:billing:manage'],
  path: [{ entity: 'user', id: `user_${id}`, key: '', label: `Name ${id}`, says: '' }],
  blockers: [],
  since: 1,
  lastSignInAt: 2,
  lastActiveAt: 3,
  origin: 'other',
  recommendation: { verdict: 'keep', risk: 'high', reasons: [{ kind: 'in-use', text: 'Seen today.' }] },
  ...more,
});

export const decisionOf = (item: string, decision: NewDecision['decision'], by = 'Ada'): NewDecision => ({
  item,
  decision,
  note: 'why',
  by,
  at: 10,
  over: [],
});

/** A closed review of two people by two reviewers, one of whom was revoked, as it is kept. */
export function closedReview(items: readonly ReviewItem[] = [itemOf('a'), itemOf('b')]) {
  const [ada, bob] = [keyOf('a'), keyOf('b')];
  const campaign: Campaign = {
    format: 'tenantry-review/1',
    id: ReviewId.parse('rev_1'),
    name: 'Q4 admins',
    scope: { roleKey: 'org:admin', where: '' },
    scopeText: 'Role Admin',
    reviewers: ['Ada', 'Bob'],
    dueAt: 0,
    note: '',
    by: 'Ada',
    createdAt: 5,
    asOf: 4,
    service: 'https://api.example.com/v1',
    publicKey: ada.publicKey,
    items: items.map((item) => digestOf(item)),
  };
  const hash = digestOf(campaign);
  const [first, second] = items.map(({ membershipId }) => membershipId) as [string, string];
  const chains = [
    chainOn(hash, ada, [], [decisionOf(first, 'keep'), decisionOf(second, 'unknown')]),
    chainOn(hash, bob, [], [decisionOf(second, 'revoke', 'Bob')]),
  ];
  const settled = chains[0]?.entries[1]?.hash ?? '';
  chains[1] = chainOn(hash, bob, [], [{ ...decisionOf(second, 'revoke', 'Bob'), over: [settled] }]);
  const signed: Closing = {
    campaign: hash,
    at: 20,
    by: 'Ada',
    heads: Object.fromEntries(chains.map(({ publicKey, entries }) => [publicKey, headOf(entries)])),
    changeSetId: 'set_rev_1',
    steps: [{ item: second, intentId: 'int_1', code: '', why: '' }],
  };
  const evidence: Evidence[] = [
    { item: second, state: 'verified', at: 30, readBackAt: 40, requestId: 'req_1', why: '', againAs: '' },
  ];
  const held: HeldReview = {
    ...{ campaign, hash, chains, mine: true },
    signature: ada.sign({ ...campaign }),
    closing: { ...signed, signature: ada.sign({ ...signed }), evidence: null, evidenceAt: 0 },
    standing: standings(chains),
  };
  const report = { held, items, evidence, key: ada, signer: 'Ada', now: 50 };
  return { report, text: reportOf(report, 'json').text };
}
