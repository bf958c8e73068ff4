import { findingsKey, hitsKey, KeptFindings } from '@main/findings/kept-findings';
import { acceptanceId } from '@shared/domain/findings/acceptance';
import { RecordId } from '@shared/domain/ids';
import { expect, test, vi } from 'vitest';
import { startReconcile } from '../reconcile/reconcile-rig';
import { valueIn } from '../support/value-in';
import { startProxied } from '../sync/proxied-rig';
import { startRig } from '../sync/sync-rig';
import { acceptanceWriter, hitsOf, look, outcomeIn, over, settled } from './findings-rig';

test('findings are those that plain reads of the copy come to, and what is not copied is said to be untried', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const rigged = over(store);
  const all = valueIn(await rigged.findings.tryAll());
  const admins = (await store.list('membership', [])).filter(({ role }) => role === 'org:admin');
  const homes = await store.list('organization', []);
  const people = new Map((await store.list('user', [])).map((row) => [String(row.id), row]));
  const isOut = (id: string): boolean => {
    const { banned, locked, deprovisioned } = people.get(id) ?? {};
    return banned === true || locked === true || deprovisioned === true;
  };
  const able = ({ id }: (typeof homes)[number]) =>
    admins.filter((each) => each.organizationId === id && !isOut(each.userId)).length;
  const manned = homes.filter(({ membersCount }) => membersCount > 0);
  const single = manned.filter((home) => home.membersCount > 1 && able(home) === 1);
  const headless = manned.filter((home) => able(home) === 0);
  const plain = admins.filter(
    ({ userId }) => !people.get(userId)?.twoFactorEnabled && !people.get(userId)?.banned,
  );
  const ids = async (check: string) => (await hitsOf(rigged, check)).map(({ recordId }) => recordId).sort();
  expect(await ids('organization-with-one-admin')).toEqual(single.map(({ id }) => id).sort());
  expect(await ids('organization-without-admin')).toEqual(headless.map(({ id }) => id).sort());
  expect(headless.length).toBeGreaterThan(0);
  expect(await ids('admin-without-second-factor')).toEqual(plain.map(({ id }) => id).sort());
  expect(plain.length).toBeGreaterThan(5);
  expect(outcomeIn(all, 'breached-passwords')).toMatchObject({
    state: 'untried',
    total: 0,
    reason: expect.stringContaining('Platform token'),
  });
  expect(outcomeIn(all, 'key-without-expiry').state).toBe('untried');
  expect(outcomeIn(all, 'organization-without-members').state).toBe('clear');
  const severities = all.outcomes.map(({ check }) =>
    ['critical', 'warning', 'advice'].indexOf(check.severity),
  );
  expect(severities).toEqual([...severities].sort());
  expect(all.trend).toHaveLength(1);
});

test('narrowed to an organization it is what hits that, its memberships and its people, by every count and list', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const rigged = over(store);
  const all = valueIn(await rigged.findings.tryAll());
  const members = await store.list('membership', []);
  const homes = await store.list('organization', []);
  for (const { id } of homes.slice(0, 12)) {
    const people = new Set(
      members.flatMap((each) => (each.organizationId === id ? [String(each.userId)] : [])),
    );
    const { outcomes, trend } = await rigged.findings.read(id);
    expect(trend).toEqual([]);
    for (const outcome of all.outcomes) {
      const own = (await hitsOf(rigged, outcome.check.id)).filter(({ entity, recordId, organizationId }) =>
        entity === 'user' ? people.has(recordId) : organizationId === id,
      );
      const told = outcomes.find(({ check }) => check.id === outcome.check.id);
      expect([outcome.check.id, told?.total ?? 0]).toEqual([outcome.check.id, own.length]);
      expect(await hitsOf(rigged, outcome.check.id, false, id)).toEqual(own);
      if (told?.state === 'clear') expect(own).toEqual([]);
    }
  }
  const narrowed = await Promise.all(homes.map(({ id }) => rigged.findings.read(id)));
  const sum = (check: string) =>
    narrowed.reduce(
      (before, one) => before + (one.outcomes.find((each) => each.check.id === check)?.total ?? 0),
      0,
    );
  for (const id of ['admin-without-second-factor', 'organization-with-one-admin', 'stale-invitation'])
    expect(sum(id)).toBe(outcomeIn(all, id).total);
  expect(sum('admin-without-second-factor')).toBeGreaterThan(5);
  // Roles are of no organization: nothing is said of them.
  const checks = narrowed[0]?.outcomes.map(({ check }) => check.entity);
  expect(checks).not.toContain('role');
});

test('a check says of which records that it goes by some could not be read, as long as they cannot', async () => {
  const { rig, proxy } = await startProxied();
  proxy.alter = ({ path, body }) => {
    if (path !== '/organization_memberships') return undefined;
    const list = body as { readonly data: readonly object[] };
    const data = list.data.map((one, at) => (at === 1 ? { ...one, public_user_data: 7 } : one));
    return { body: { ...list, data } };
  };
  await rig.sweep();
  const rigged = over(rig.store);
  const own = { title: 'Viewers', severity: 'advice', why: 'They read.', where: 'role=org:viewer' } as const;
  const put = [{ id: 'viewers', value: { ...own, entity: 'membership', text: '' }, why: '' }] as const;
  valueIn(await rigged.books.write({ book: 'findingCheck', put: [...put], remove: [], by: 'me', why: '' }));
  const told = async () => {
    const all = valueIn(await rigged.findings.tryAll());
    const ids = ['own.viewers', 'organization-without-admin', 'localhost-allowed', 'stale-invitation'];
    return ids.map((id) => all.outcomes.find(({ check }) => check.id === id)?.incomplete);
  };
  const one = [{ entity: 'membership', unread: 1 }];
  expect(await told()).toEqual([one, one, [], []]);
  const [home] = await rig.store.list('organization', []);
  const narrowed = outcomeIn(await rigged.findings.read(home?.id), 'organization-without-admin');
  expect(narrowed.incomplete).toEqual(one);
  proxy.alter = () => undefined;
  await rig.sweep();
  expect(await told()).toEqual([[], [], [], []]);
});

test('what a look told in another language is told anew in the one that is spoken', async () => {
  const { store, sweep } = await startRig({ scale: 0.03 });
  await sweep();
  const told = await look(over(store), 'organization-without-admin');
  const kept = KeptFindings.parse(await store.meta(findingsKey));
  const outcomes = kept.outcomes.map((each) => ({ ...each, check: { ...each.check, title: 'auf Deutsch' } }));
  await store.write({ meta: { [findingsKey]: { ...kept, outcomes, spoken: 'de' } } });
  const { findings } = over(store);
  expect(outcomeIn(await findings.read(), told.check.id).check.title).toBe('auf Deutsch');
  await vi.waitFor(async () =>
    expect(outcomeIn(await findings.read(), told.check.id).check).toEqual(told.check),
  );
});

test('before the first complete copy nothing is claimed, and a development instance may allow localhost', async () => {
  const { store, sweep } = await startRig({ scale: 0.03 });
  expect(await over(store, { asOf: 0 }).findings.tryAll()).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  await sweep();
  const outcome = await look(over(store, { production: false }), 'localhost-allowed');
  expect(outcome).toMatchObject({ state: 'untried', reason: expect.stringContaining('development') });
});

test.each([
  ['unpaid', false],
  ['missing', false],
  ['refused', true],
])('a list that is %s leaves something unknown: %s', async (lack, applies) => {
  const { store, sweep } = await startRig({ scale: 0.03 });
  await sweep();
  const failure = { code: 'forbidden', message: 'No.', next: 'Ask.', detail: { lack } } as const;
  const failures = new Map([['enterpriseConnection', failure] as const]);
  expect(await look(over(store, { failures }), 'certificate-ends')).toMatchObject({
    state: 'untried',
    applies,
  });
});

test('a staged fix leaves the finding, and once it is reconciled the finding is gone', async () => {
  const rig = await startReconcile({ scale: 0.05 });
  const rigged = over(rig.store);
  const before = await look(rigged, 'stale-invitation');
  expect(before.mendable).toBe(before.total);
  expect(before.total).toBeGreaterThan(0);
  const seats = await look(rigged, 'seats-above-plan');
  const found = [
    ...(await hitsOf(rigged, 'stale-invitation')),
    ...(await hitsOf(rigged, 'seats-above-plan')),
  ];
  const drafts = found.flatMap(({ entity, recordId, fix }) =>
    fix === null ? [] : [{ entity, recordId: RecordId.parse(recordId), action: fix }],
  );
  await rig.stage(...drafts);
  const staged = await look(rigged, 'stale-invitation');
  expect(staged).toMatchObject({ total: before.total, staged: before.total, mendable: 0 });
  // It is what the service holds that counts.
  expect(await look(rigged, 'seats-above-plan')).toMatchObject({
    total: seats.total,
    staged: seats.mendable,
  });
  expect(seats.mendable).toBeGreaterThan(0);
  await rig.reconcile();
  expect((await look(rigged, 'seats-above-plan')).total).toBe(seats.total - seats.mendable);
  expect(await look(rigged, 'stale-invitation')).toMatchObject({ state: 'clear', total: 0 });
  expect(await rig.store.meta(hitsKey('stale-invitation'))).toBeNull();
});

test('what is accepted does not count until it runs out; taken back, it counts at once', async () => {
  const { store, sweep } = await startRig({ scale: 0.05 });
  await sweep();
  const rigged = over(store);
  const check = 'admin-without-second-factor';
  const { total } = await look(rigged, check);
  const [first] = await hitsOf(rigged, check);
  const id = acceptanceId(check, first?.recordId ?? '');
  const value = {
    check,
    recordId: first?.recordId ?? '',
    reason: 'A break-glass account',
    until: Date.now() + 1_000_000,
  };
  const write = acceptanceWriter(rigged);
  valueIn(await write([{ id, value }]));
  await settled(rigged, check, 1);
  expect(await hitsOf(rigged, check)).toHaveLength(total - 1);
  // What was answered for while nobody could tell is a finding all the same once it is found.
  valueIn(await write([{ id, value: { ...value, notKnown: true } }]));
  await settled(rigged, check, 0);
  expect(await hitsOf(rigged, check)).toHaveLength(total);
  valueIn(await write([{ id, value }]));
  await settled(rigged, check, 1);
  expect(await hitsOf(rigged, check, true)).toHaveLength(total);
  const day = (await rigged.findings.read()).trend.at(-1);
  rigged.skip(1_000_001);
  await settled(rigged, check, 0);
  expect((await rigged.findings.read()).trend.at(-1)?.open.warning).toBe((day?.open.warning ?? 0) + 1);

  valueIn(await write([{ id: acceptanceId(check, ''), value: { check, reason: 'All of them' } }]));
  await settled(rigged, check, total);
  expect(await hitsOf(rigged, check)).toEqual([]);
  await write([], [acceptanceId(check, '')]);
  await settled(rigged, check, 0);
  expect((await write([{ id, value: { ...value, reason: ' ' } }])).ok).toBe(false);
});

test('for a record of which a check cannot tell somebody answers as for a finding, until it runs out', async () => {
  const { store, sweep, identity } = await startRig({ scale: 0.05 });
  const values = { name: 'Silent', provider: 'saml_okta', domains: ['silent.example'] };
  const set = { idpSsoUrl: 'https://idp.silent.example/sso', active: true };
  const made = await identity.send({
    ...{ verb: 'create', entity: 'enterpriseConnection' },
    values: { ...values, ...set },
  });
  expect(made).toMatchObject({ ok: true, value: { active: true, certificateExpiresAt: 0 } });
  await sweep();
  const rigged = over(store);
  const check = 'certificate-ends';
  const silent = await look(rigged, check);
  const [spot] = silent.blind;
  expect(silent).toMatchObject({ notKnown: 1, notKnownAccepted: 0, blind: [{ name: 'Silent' }] });
  const recordId = spot?.recordId ?? '';
  const why = { reason: 'It names no certificate', until: Date.now() + 1_000_000 };
  const value = { check, recordId, notKnown: true, ...why };
  const write = acceptanceWriter(rigged);
  const known = (notKnown: number) =>
    vi.waitFor(async () =>
      expect(outcomeIn(await rigged.findings.read(), check)).toMatchObject({
        ...{ notKnown, notKnownAccepted: 1 - notKnown },
      }),
    );
  valueIn(await write([{ id: acceptanceId(check, recordId), value }]));
  await known(0);
  expect(await look(rigged, check)).toMatchObject({ notKnown: 0, notKnownAccepted: 1 });
  rigged.skip(1_000_001);
  await known(1);
  valueIn(await write([{ id: acceptanceId(check, ''), value: { check, reason: 'All of them' } }]));
  await known(0);
});
