import { createAudit } from '@main/audit/create-audit';
import { createBooks } from '@main/books/books';
import { readPage } from '@main/engine/queries';
import { narrowed } from '@main/engine/scoped';
import { comeBy, countDay, readDays, withDay } from '@main/overview/kept-days';
import { readChanged } from '@main/overview/read-changed';
import { readEnds } from '@main/overview/read-ends';
import { readMade } from '@main/overview/read-made';
import type { Rows } from '@main/overview/rows';
import type { Store } from '@main/store/store';
import { endingName } from '@shared/contract/overview';
import { PageQuery } from '@shared/contract/page';
import { entitiesOf } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { expect, test } from 'vitest';
import { openWorld } from '../reconcile/open-world';
import { sampleHistory, sampleRecord } from '../store/sample-records';
import { valueIn } from '../support/value-in';
import { openFleet } from './open-fleet';

const day = 86_400_000;
const begun = Date.UTC(2026, 0, 31, 12);
const entities = entitiesOf('b2b');
const counted = { entities, collections: [], since: 0 } as const;

/** Rows as the engine reads them. */
const rowsIn = (store: Store): Rows => ({
  page: (query) => readPage({ store, now: () => begun }, query),
  count: async (query) => (await readPage({ store, now: () => begun }, query)).total,
  facets: async (query, field) => store.facets(await narrowed(store, query, begun), field),
});

test('a day keeps its last figures, of what the service holds: a staged creation is not there yet, a list that failed is a gap', async () => {
  const { store, staging } = await openWorld();
  await countDay({ ...counted, store, now: begun });
  const drafts = [
    { entity: 'organization', action: { verb: 'create', values: { name: 'New', slug: 'new' } } } as const,
  ];
  expect((await staging.stage(drafts)).staged).toHaveLength(1);
  expect(await store.count('organization')).toBe(3);
  await store.write({ put: [{ entity: 'user', record: sampleRecord('user', 'user_99') }] });
  await countDay({ ...counted, store, now: begun + 1_000 });
  const failure = { code: 'forbidden', message: 'no', next: 'ask' } as const;
  const failed = { entity: 'membership', failure } as never;
  await countDay({ ...counted, store, collections: [failed], now: begun + day });
  const days = await readDays(store);
  expect(days.map(({ at }) => at)).toEqual([begun + 1_000, begun + day]);
  expect(days[0]?.counts).toMatchObject({ organization: 2, user: 7, membership: 4, invitation: 1 });
  expect(days[1]?.counts).not.toHaveProperty('membership');
  expect(days[1]?.counts.user).toBe(7);
  const many = Array.from({ length: 400 }, (_, index) => ({ at: begun + index * day, counts: {} }));
  expect(withDay(many, { at: begun + 400 * day, counts: {} })).toHaveLength(366);
});

test('a clock that was set back, or was ahead, leaves days in their order, and none that have not come', () => {
  const at = (days: number) => ({ at: begun + days * day, counts: {} });
  const days = withDay([at(0), at(1), at(900)], at(-1));
  expect(days).toEqual([at(-1), at(0), at(1), at(900)]);
  expect(comeBy(days, begun + day - 1)).toEqual([at(-1), at(0), at(1)]);
});

test('the first time, days before are those on which history saw something made or gone, and say what tables of that moment say', async () => {
  const { store } = await openWorld();
  const audit = createAudit({ store, now: () => begun });
  const since = begun - 10 * day;
  await audit.completeAt(since);
  const seen = (recordId: string, change: 'created' | 'deleted', at: number) =>
    sampleHistory(recordId, {
      entity: 'user',
      label: recordId,
      change,
      at,
      fields: [
        {
          field: 'name',
          before: change === 'created' ? '' : 'Old',
          after: change === 'created' ? 'New' : '',
        },
      ],
    });
  const history = [
    seen('user_6', 'created', begun - 8 * day),
    seen('user_old', 'deleted', begun - 8 * day + 5),
    seen('user_gone', 'deleted', begun - 3 * day),
    seen('user_5', 'created', begun - 1_000),
  ];
  await store.write({ history });
  await countDay({ ...counted, store, since, now: begun });
  const days = await readDays(store);
  expect(days.map(({ at }) => at)).toEqual([since, begun - 8 * day + 5, begun - 3 * day, begun]);
  for (const { at, counts } of days) {
    const query = PageQuery.parse({ entity: 'user', limit: 1 });
    expect({ at, count: valueIn(await audit.page(query, at)).total }).toEqual({ at, count: counts.user });
  }
  expect(days.map(({ counts }) => counts.user)).toEqual([6, 6, 5, 6]);
  // Not all invitations are counted, and history does not say how each stood.
  expect(days.map(({ counts }) => counts.invitation)).toEqual([undefined, undefined, undefined, 1]);
  await countDay({ ...counted, store, since, now: begun + day });
  expect(await readDays(store)).toHaveLength(5);
});

test('what ends is told by kind and by day, the soonest first, and what is over or far is not', async () => {
  const { store } = await openWorld();
  const invited = (id: string, expiresAt: number, status = 'pending') => ({
    entity: 'invitation' as const,
    record: sampleRecord('invitation', id, {
      organizationId: RecordId.parse('org_1'),
      email: `${id}@acme.example`,
      status,
      expiresAt,
    }),
  });
  await store.write({
    put: [
      invited('late', begun + 40 * day + 5),
      invited('soon', begun + 2 * day + 5),
      invited('same', begun + 2 * day + 9),
      invited('past', begun - 1),
      invited('far', begun + 91 * day),
      invited('taken', begun + day, 'accepted'),
    ],
  });
  const books = createBooks(store, () => begun);
  const value = (until: number | null, name: string) => ({
    check: 'idle-admin',
    reason: 'known',
    name,
    until,
  });
  const put = [
    { id: 'a', value: value(begun + day, 'Dana') },
    { id: 'b', value: value(null, 'Ede') },
    { id: 'c', value: value(begun - day, 'Fay') },
  ];
  valueIn(await books.write({ book: 'findingAcceptance', put, remove: [], by: '', why: '' }));
  const parts = { store, rows: rowsIn(store), now: () => begun };
  const [invitations, acceptances, ...others] = await readEnds(parts, entities, '');
  expect(others).toEqual([]);
  expect(invitations).toMatchObject({
    source: { entity: 'invitation' },
    total: 3,
    soon: 2,
    days: [
      { day: 2, count: 2 },
      { day: 40, count: 1 },
    ],
  });
  expect(invitations?.first.map(({ label }) => label)).toEqual([
    'soon@acme.example in Acme',
    'same@acme.example in Acme',
    'late@acme.example in Acme',
  ]);
  expect(acceptances).toMatchObject({
    total: 1,
    soon: 1,
    first: [{ id: 'a', label: 'Dana', at: begun + day }],
  });
  expect(await readEnds(parts, entities, 'org_2')).toEqual([]);
  // Nor does a scope leave what belongs to no organization.
  const expiresAt = begun + day;
  const record = sampleRecord('instanceInvitation', 'inv', { status: 'pending', expiresAt });
  await store.write({ put: [{ entity: 'instanceInvitation', record }] });
  const kinds = async (scope: string) => (await readEnds(parts, entities, scope)).map(endingName);
  expect(await kinds('')).toEqual(['invitation', 'instanceInvitation', 'findingAcceptance']);
  expect(await kinds('org_1')).toEqual(['invitation']);
});

test('what changed is added up over a week by kind, change and source; what was made, by its week', async () => {
  const { store } = await openWorld([]);
  const organization = (id: string, createdAt: number) => ({
    entity: 'organization' as const,
    record: sampleRecord('organization', id, { createdAt }),
  });
  await store.write({
    put: [
      organization('org_1', begun - day),
      organization('org_2', begun - 2 * day),
      organization('org_3', 5),
    ],
    history: [
      sampleHistory('org_1', { at: begun - 8 * day }),
      sampleHistory('org_1', { at: begun - day }),
      sampleHistory('org_2', { at: begun - day }),
      sampleHistory('org_2', { at: begun - day, source: 'local' }),
    ],
  });
  expect(await readChanged(store, '', begun)).toEqual({
    changed: [
      { entity: 'organization', source: 'remote', change: 'updated', count: 2 },
      { entity: 'organization', source: 'local', change: 'updated', count: 1 },
    ],
    changedAtLeast: false,
  });
  expect((await readChanged(store, 'org_1', begun)).changed).toMatchObject([{ count: 1 }]);
  const made = await readMade(rowsIn(store), entities, '', begun);
  const weeks = made.find(({ entity }) => entity === 'organization')?.weeks ?? [];
  expect(weeks).toHaveLength(13);
  expect(weeks.map(({ count }) => count).reduce((sum, count) => sum + count)).toBe(2);
  expect(weeks.at(-1)).toEqual({ from: Date.UTC(2026, 0, 26), count: 2 });
});

test('a fleet’s overview counts domains to finish as its table does, drift once a baseline says so, and keeps its first day', async () => {
  const { engine } = await openFleet();
  const page = valueIn(
    await engine.call('page', {
      entity: 'application',
      where: [{ field: 'dns', op: 'in', value: ['not_started', 'in_progress'] }],
      limit: 1,
    }),
  );
  const read = async () => valueIn(await engine.call('overview', {}));
  const needOf = async (kind: string) => (await read()).needs.find((need) => need.kind === kind);
  expect((await needOf('domains'))?.count ?? 0).toBe(page.total);
  expect(page.total).toBeGreaterThan(0);
  expect(await needOf('drift')).toBeUndefined();
  const value = {
    name: 'Strict',
    level: 'all',
    settings: [{ path: 'config.auth_password.min_length', value: 63 }],
  };
  valueIn(await engine.call('writeBook', { book: 'baseline', put: [{ id: 'strict', value }] }));
  const applications = valueIn(await engine.call('page', { entity: 'application', limit: 1 })).total;
  expect(await needOf('drift')).toMatchObject({ count: applications, gravity: 'warning' });
  const findings = valueIn(await engine.call('tryFindings', {}));
  const open = findings.outcomes.reduce((sum, { total, accepted }) => sum + total - accepted, 0);
  const { needs, days } = await read();
  const told = needs.filter(({ kind }) => kind === 'findings').reduce((sum, { count }) => sum + count, 0);
  expect(told).toBe(open);
  expect(days).toHaveLength(1);
  expect(days[0]?.counts.application).toBe(applications);
});
