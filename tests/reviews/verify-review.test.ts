import { writtenAs } from '@main/reconcile/four-eyes/read-signed-file';
import { chainOn } from '@main/reviews/decision-chain';
import { reportOf } from '@main/reviews/review-report';
import { toldReview } from '@main/reviews/told-review';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { passing } from '../support/tampered';
import { closedReview, decisionOf, itemOf, keyOf } from './review-rig';

const { text } = closedReview();

it('verifies a file as it was exported, and tells what it proves and whose keys stand behind it', () => {
  expect(toldReview(text)).toMatchObject({
    verified: true,
    name: 'Q4 admins',
    counts: { keep: 1, revoke: 1, open: 0, disputed: 0 },
    evidence: { verified: 1 },
    sealedBy: { name: 'Ada', at: 50 },
    reviewers: [
      { name: 'Ada', decisions: 2 },
      { name: 'Bob', decisions: 1 },
    ],
  });
});

it('fails to verify after any one character is changed, left out or doubled, wherever it stands, and in any other spelling', () => {
  expect(passing(text, (changed) => toldReview(changed).verified)).toEqual([]);
}, 120_000);

it.each([
  ['name', /"Q4 admins"/, '"Q4 people"', 'The signature of Ada does not fit'],
  ['item', /"lastSignInAt": 2/, '"lastSignInAt": 9', 'Name a in Acme was changed after it was frozen.'],
  [
    'decision',
    /"decision": "unknown"/,
    '"decision": "keep"',
    'The decision of Ada about Name b in Acme was changed',
  ],
  ['closing', /"at": 20/, '"at": 21', 'The closing by Ada was changed'],
  [
    'evidence',
    /"readBackAt": 40/,
    '"readBackAt": 41',
    'The evidence, or something else that the seal covers',
  ],
  ['seal', /"at": 50/, '"at": 51', 'The seal of Ada was changed'],
  ['spacing', /\n$/, '\n\n', 'A key was doubled, or characters between its values'],
])('says that the %s was changed', (_, what, by, why) => {
  expect(text).toMatch(what);
  const told = toldReview(text.replace(what, by));
  expect(told.verified === false && told.why).toContain(why);
});

it('finds what was taken out: a decision in the middle or at the end of a chain, a chain, an item, the closing', () => {
  type File = {
    items: unknown[];
    chains: { entries: unknown[] }[];
    closing: unknown;
    evidence: unknown[];
  };
  const without = (change: (file: File) => void) => {
    const file = JSON.parse(text) as File;
    change(file);
    const told = toldReview(writtenAs(file));
    return told.verified === false ? told.why : 'verified';
  };
  expect(without(({ chains }) => chains[0]?.entries.shift())).toContain('does not follow the one before it');
  expect(without(({ chains }) => chains[0]?.entries.pop())).toContain('added or cut off');
  expect(without(({ chains }) => chains.pop())).toContain('not there any more');
  expect(without(({ items }) => items.pop())).toContain('2 items were frozen, but the file holds 1');
  expect(without((file) => (file.closing = null))).toContain('evidence, but was never closed');
  expect(without((file) => Object.assign(file, { closing: null, evidence: [] }))).toContain(
    'the seal covers',
  );
});

it('refuses decisions under a name that is none of the reviewers, whatever key signed them', () => {
  const { report } = closedReview();
  const { hash, chains } = report.held;
  const text = (by: string) => {
    const eve = chainOn(hash, keyOf('e'), [], [decisionOf('orgmem_a', 'keep', by)]);
    return reportOf({ ...report, held: { ...report.held, chains: [...chains, eve] } }, 'json').text;
  };
  expect(toldReview(text('bob'))).toMatchObject({ verified: true });
  expect(toldReview(text('Eve'))).toMatchObject({
    verified: false,
    why: 'Eve decided about Name a in Acme, but is none of its reviewers: Ada, Bob.',
  });
});

it('writes the columns of Entra and Vanta, and no cell is run as a formula', () => {
  const { report } = closedReview([itemOf('a', { userName: '=HYPERLINK("x")' }), itemOf('b')]);
  const rows = (format: 'entra' | 'vanta') =>
    parse(reportOf(report, format).text, { columns: true }) as Record<string, string>[];
  const [kept, revoked] = rows('entra');
  expect(kept).toMatchObject({
    'Principal name': `'=HYPERLINK("x")`,
    Result: 'Approve',
    Recommendation: 'Approve',
    'Submission result': '',
    'Applied date': '',
  });
  expect(revoked).toMatchObject({
    'Principal ID': 'user_b',
    Result: 'Deny',
    Reviewer: 'Bob',
    Justification: 'why',
    'Applied by': 'Ada',
    'Applied date': '1970-01-01T00:00:00.030Z',
    'Submission result': 'Applied and verified',
  });
  expect(Object.keys(rows('vanta')[0] ?? {})).toEqual([
    'Account name',
    'Account owner',
    'Role',
    'Status',
    'Access Appropriate',
    'Date created',
    'Date deactivated',
  ]);
  expect(rows('vanta').map((row) => [row.Status, row['Access Appropriate']])).toEqual([
    ['Active', 'Yes'],
    ['Deactivated', 'No'],
  ]);
});

it('calls nobody deactivated who is a member again, and has no result but those of Entra', () => {
  const { report } = closedReview();
  const evidence = report.evidence.map((one) => ({ ...one, againAs: 'orgmem_c' }));
  const unknown = { decision: 'unknown' as const, entries: report.held.chains[0]?.entries.slice(1) ?? [] };
  const held = { ...report.held, standing: new Map([...report.held.standing, ['orgmem_a', unknown]]) };
  const rows = (format: 'entra' | 'vanta') =>
    parse(reportOf({ ...report, evidence, held }, format).text, { columns: true }) as Record<
      string,
      string
    >[];
  expect(rows('vanta')[1]).toMatchObject({ Status: 'Active', 'Date deactivated': '' });
  const [open, again] = rows('entra');
  expect(open).toMatchObject({ Result: 'Not reviewed', Justification: 'Don’t know. why', Reviewer: 'Ada' });
  expect(again?.['Submission result']).toBe('Applied and verified. Member again since');
  expect(reportOf({ ...report, evidence }, 'html').text).toContain('A member again since.');
});

it('prints a page that says what was decided and seen, and takes nothing that people wrote as markup', () => {
  const evil = '<img src=x onerror="x">&amp;';
  const { report } = closedReview([
    itemOf('a', { userName: evil }),
    itemOf('b', { organizationId: 'org_0', organizationName: 'Birch' }),
  ]);
  const { fileName, text: page } = reportOf(report, 'html');
  expect(fileName).toBe('q4-admins.html');
  expect(page).not.toContain('<img');
  expect(page).toContain('&#60;img src=x onerror=&#34;x&#34;&#62;&#38;amp;');
  expect(page).toContain('Revoked 1970-01-01 00:00 UTC, read back gone 1970-01-01 00:00 UTC.');
  expect(page).toContain('2: 1 kept, 1 revoked, 0 not known, 0 disputed, 0 not reviewed');
  expect(page).toContain(report.held.hash);
  expect([...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, name]) => name)).toEqual(['Acme', 'Birch']);
});
