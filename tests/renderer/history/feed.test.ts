import { changeWords, describeField, mainFields } from '@renderer/screens/history/describe-entry';
import { groupDetails, groupPlace, groupTitle } from '@renderer/screens/history/describe-group';
import { groupPrefix, historyItems } from '@renderer/screens/history/history-items';
import { type ReadHistory, withNewer, withOlder, withUnfolded } from '@renderer/screens/history/with-newer';
import type { ToldEntry } from '@shared/contract/history';
import { RecordId } from '@shared/domain/ids';
import { describe, expect, it } from 'vitest';

const entry = (parts: Partial<ToldEntry>): ToldEntry => ({
  id: `his_${parts.seq ?? 1}`,
  seq: 1,
  at: 0,
  entity: 'membership',
  recordId: RecordId.parse('orgmem_1'),
  organizationId: 'org_1',
  label: 'Dana in Acme',
  source: 'remote',
  change: 'updated',
  fields: [],
  intentId: '',
  requestId: '',
  previousHash: '',
  hash: '',
  organizationName: '',
  part: null,
  ...parts,
});
const run = (...seqs: readonly number[]) => seqs.map((seq) => entry({ seq }));
const seqs = (entries: readonly ToldEntry[]) => entries.map(({ seq }) => seq);

const read = (entries: readonly ToldEntry[], more: Partial<ReadHistory> = {}) => ({
  ...{ entries: [...entries], folded: {}, newest: entries[0]?.seq ?? 0, next: null, lookedTo: null },
  ...more,
});
const part = (...all: Parameters<typeof read>) => read(...all) as Parameters<typeof withOlder>[1];

describe('a newer part of history', () => {
  it('is put before what is read, without doubles, and what was read goes on where it stood', () => {
    const joined = withNewer(
      read(run(5, 4, 3), { next: 2, folded: { a: [2] } }),
      part(run(7, 6, 4), { next: 4, folded: { a: [5] } }),
    );
    expect(joined).toMatchObject({ newest: 7, next: 2, folded: { a: [2] } });
    expect(seqs(joined.entries)).toEqual([7, 6, 5, 4, 3]);
  });

  it('stands alone where entries between are missing', () => {
    const joined = withNewer(read(run(5, 4)), part(run(9, 8), { next: 8 }));
    expect([seqs(joined.entries), joined.next]).toEqual([[9, 8], 8]);
  });

  it('changes nothing when nothing is new, also where the look has found nothing yet', () => {
    expect(seqs(withNewer(read(run(5, 4)), part(run(5, 4))).entries)).toEqual([5, 4]);
    const far = read([], { newest: 90_000, next: 100, lookedTo: 1 });
    expect(withNewer(far, part([], { newest: 90_001, next: 40_002, lookedTo: 2 }))).toEqual({
      ...far,
      newest: 90_001,
    });
  });

  it('goes on with older ones, and takes in what was folded away', () => {
    const older = withOlder(
      read(run(9, 8), { next: 8, lookedTo: 1, folded: { a: [7] } }),
      part(run(4), { folded: { a: [5] } }),
    );
    expect(older).toMatchObject({ newest: 9, next: null, lookedTo: null, folded: { a: [7, 5] } });
    const unfolded = withUnfolded(older, 'a', run(7));
    expect([seqs(unfolded.entries), unfolded.folded]).toEqual([[9, 8, 7, 4], { a: [5] }]);
  });
});

describe('an entry in words', () => {
  const names = new Map([['org:admin', 'Admin']]);
  const role = { field: 'role', before: 'org:member', after: 'org:admin' };

  it('tells what became of what', () => {
    expect(changeWords(entry({}))).toBe('membership changed');
    expect(changeWords(entry({ change: 'created' }))).toBe('new membership');
    const status = { field: 'status', before: 'pending', after: 'revoked' };
    expect(changeWords(entry({ entity: 'invitation', fields: [status] }))).toBe('invitation revoked');
  });

  it('shows the fields that somebody decided, not those that follow', () => {
    const updatedAt = { field: 'updatedAt', before: 1, after: 2 };
    expect(mainFields(entry({ fields: [updatedAt, role] }))).toEqual([role]);
    expect(mainFields(entry({ change: 'deleted', fields: [updatedAt, role] }))).toEqual([role]);
  });

  it('names roles, and tells lists by what came and went', () => {
    expect(describeField(entry({}), role, names)).toEqual({
      label: 'Role',
      before: 'org:member',
      after: 'Admin',
    });
    const permissions = { field: 'permissionKeys', before: ['a', 'b'], after: ['b', 'c'] };
    expect(describeField(entry({ entity: 'role' }), permissions, names).after).toBe('+ c, − a');
  });
});

describe('days in the feed', () => {
  it('head the first entry of each day only', () => {
    const now = new Date(2026, 10, 24, 12).getTime();
    const hour = 3_600_000;
    const at = [now - hour, now - 2 * hour, now - 24 * hour, now - 72 * hour];
    const items = historyItems(read(at.map((time, index) => entry({ seq: 9 - index, at: time }))), { now });
    expect(items.map(({ day }) => day)).toEqual([
      'Today',
      null,
      'Yesterday',
      expect.stringMatching(/^Saturday,? 21 November 2026$/),
    ]);
  });
});

describe('what one gesture did', () => {
  const partOf = (key: string, set = '') => ({ key, set, ticket: '', run: '1', by: '' });
  const role = { field: 'role', before: 'org:member', after: 'org:admin' };
  const mine = (seq: number, key = 'a') =>
    entry({ seq, source: 'local', part: partOf(key), fields: [role], organizationName: `Org ${seq}` });
  const shape = (from: ReadHistory, opened: Readonly<Record<string, number>> = {}) =>
    historyItems(from, {
      now: 0,
      opened: new Map(Object.entries(opened).map(([key, shown]) => [groupPrefix + key, shown])),
    }).map((item) => {
      if (item.kind === 'group') return [...seqs(item.entries), ...item.rest];
      if (item.kind === 'entry') return `${item.inside ? 'in ' : ''}${item.entry.seq}`;
      return item.kind === 'more' ? `and ${item.left}` : `looked to ${item.lookedTo}`;
    });

  it('is one line where its newest entry stood, also with others between, and shows its entries when it is opened', () => {
    const entries = [entry({ seq: 9 }), mine(8), entry({ seq: 7 }), mine(6, 'b'), mine(5)];
    expect(shape(read(entries))).toEqual(['9', [8, 5], '7', '6']);
    expect(shape(read(entries), { a: 50 })).toEqual(['9', [8, 5], 'in 8', 'in 5', '7', '6']);
  });

  it('shows so many of its entries, says how many more there are, and how far back a look went', () => {
    const of = read([mine(8), mine(7), mine(6)], { folded: { a: [5, 4] }, lookedTo: 3 });
    expect(shape(of, { a: 2 })).toEqual([[8, 7, 6, 5, 4], 'in 8', 'in 7', 'and 3', 'looked to 3']);
    expect(shape(read([mine(8)], { folded: { a: [5] } }))).toEqual([[8, 5]]);
  });

  it('is called as undo calls it, with where it happened', () => {
    expect(groupTitle([mine(2), mine(1)])).toBe('Role of 2 members');
    expect(groupPlace([mine(2), mine(1)])).toBe('in 2 organizations');
    expect(groupPlace([mine(2), { ...mine(1), organizationName: 'Org 2' }])).toBe('in Org 2');
    const twice = { ...mine(1), fields: [role, { field: 'publicMetadata', before: {}, after: { a: 1 } }] };
    expect(groupTitle([twice, { ...twice, seq: 2 }])).toBe('Several values of 2 members');
  });

  it('says how many more it has than its name counts, where some are not read', () => {
    const entries = [mine(2), { ...mine(1), organizationName: 'Org 2' }];
    expect(groupDetails({ entries, rest: [] }, false)).toBe('in Org 2 · 2 entries');
    expect(groupDetails({ entries, rest: [0, -1, -2] }, false)).toBe('in Org 2 · and 3 more · 5 entries');
    expect(groupDetails({ entries, rest: [0] }, true)).toBe(
      'in Org 2 · and 1 more · 3 entries, and older ones',
    );
    const inSet = entries.map((each) => ({ ...each, part: { ...partOf('a', 'Cleaning'), ticket: 'T-1' } }));
    expect(groupDetails({ entries: inSet, rest: [] }, false)).toBe(
      'T-1 · Role of 2 members · in Org 2 · 2 entries',
    );
  });

  it('names an organization that took others along', () => {
    const gone = (parts: Partial<ToldEntry>) =>
      entry({ change: 'deleted', intentId: 'int_1', part: partOf('a'), ...parts });
    const title = groupTitle([
      gone({ seq: 3 }),
      gone({ seq: 2, entity: 'organization', label: 'Acme' }),
      gone({}),
    ]);
    expect(title).toBe('Delete Acme, and 2 records in it');
  });
});
