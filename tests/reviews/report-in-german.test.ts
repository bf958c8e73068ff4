import { expect, it } from 'vitest';
import type { Campaign, ReviewItem } from '../../src-shared/domain/reviews/review';
import { german } from '../../src-shared/language/german';
import { speak } from '../../src-shared/language/speak';

const campaign = {
  id: 'rev_1',
  name: 'Admins',
  scopeText: 'role = org:admin',
  reviewers: [],
  dueAt: 0,
  note: '',
  by: 'Ada',
  createdAt: 1,
  asOf: 1,
  service: 'https://api.example/v1',
} as unknown as Campaign;

const item = {
  membershipId: 'orgmem_1',
  userId: 'user_1',
  userName: 'Kim',
  userEmail: 'kim@acme.example',
  organizationName: 'Acme',
  roleName: 'Admin',
  since: 1,
  lastSignInAt: 0,
  lastActiveAt: 0,
  recommendation: { verdict: 'keep', risk: 'low', reasons: [] },
} as unknown as ReviewItem;

it('a report of a review is in the language of the window; columns that programs read stay English', async () => {
  speak('de', german);
  const { reportPage } = await import('../../src-shared/domain/reviews/report-page');
  const { entraColumns, vantaColumns } = await import('../../src-shared/domain/reviews/report-columns');
  const head = { campaign, closing: null };
  const evidence = {
    item: 'orgmem_1',
    state: 'applied',
    at: 1,
    readBackAt: 0,
    requestId: '',
    why: '',
    againAs: '',
  } as const;
  const line = { item, standing: { decision: 'unknown', entries: [] }, evidence } as const;
  const page = reportPage(head, 'f00', [line]);
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('Empfohlen');
  expect(page).toContain('noch nicht nachgeprüft');
  expect(page).not.toMatch(/\b(Keep|never|Scope|Recommended|Reviewers|anybody|read back)\b/);
  expect(entraColumns(head, line)).toMatchObject({
    Status: 'In progress',
    Result: 'Not reviewed',
    Justification: 'Don’t know.',
    Recommendation: 'Approve',
    'Submission result': 'Applied, not read back',
  });
  expect(vantaColumns(head, line)).toMatchObject({ Status: 'Deactivated' });
});
