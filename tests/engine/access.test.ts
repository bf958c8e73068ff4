import { setImmediate } from 'node:timers/promises';
import { type Access, createAccess } from '@main/access/create-access';
import { createAudit } from '@main/audit/create-audit';
import { type AccessMoment, accessOperations } from '@shared/contract/access';
import { RecordId } from '@shared/domain/ids';
import { expect, it } from 'vitest';
import { drafts } from '../reconcile/drafts';
import { wholeCopy } from '../support/every-list';
import { valueIn } from '../support/value-in';
import { startRig } from '../sync/sync-rig';
import { ownEntries, startAccess } from './access-rig';
import { plainAccess } from './plain-access';

const now: AccessMoment = { kind: 'now' };
const after: AccessMoment = { kind: 'after' };

/** Everything that `whoCan` tells, page by page, of each permission. */
async function byHolders(access: Access, keys: readonly string[], when: AccessMoment, limit: number) {
  const held = new Set<string>();
  for (const permissionKey of keys)
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = accessOperations.whoCan.input.parse({ permissionKey, when, cursor, limit });
      const { holders, next } = valueIn(await access.whoCan(query));
      for (const { userId, organizationId } of holders) {
        const pair = `${userId} ${organizationId} ${permissionKey}`;
        if (held.has(pair)) throw new Error(`${pair} is told twice`);
        held.add(pair);
      }
      cursor = next;
    }
  return held;
}

async function byPeople(access: Access, ids: readonly string[], when: AccessMoment) {
  const held = new Set<string>();
  for (const id of ids) {
    const query = accessOperations.whatCan.input.parse({ userId: RecordId.parse(id), when });
    for (const { organizationId, permissions } of valueIn(await access.whatCan(query)).organizations)
      for (const key of permissions) held.add(`${id} ${organizationId} ${key}`);
  }
  return held;
}

const byKey = (one: { readonly key: string }, other: { readonly key: string }): number =>
  one.key < other.key ? -1 : 1;
const sorted = (held: ReadonlySet<string>): readonly string[] => [...held].sort();

it('says what plain reads of the service say: now, after what is staged once that is applied, and as of a moment', async () => {
  const { rig, access } = await startAccess();
  const keys = (await rig.store.list('permission', [])).map(({ key }) => key);
  const people = (await rig.store.list('user', [])).map(({ id }) => id);
  const before = await plainAccess(rig.sandbox);
  expect(before.size).toBeGreaterThan(500);
  expect(sorted(await byHolders(access, keys, now, 7))).toEqual(sorted(before));
  expect(sorted(await byPeople(access, people, now))).toEqual(sorted(before));
  const began = Date.now();
  while (Date.now() <= began) await setImmediate();

  const members = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }]);
  const [a, b, c] = members;
  const [viewer] = await rig.store.list('role', [{ field: 'key', op: 'eq', value: 'org:viewer' }]);
  const elsewhere = members.find(({ organizationId }) => organizationId !== a?.organizationId);
  if (!a || !b || !c || !viewer || !elsewhere) throw new Error('the world has members');
  await rig.stage(
    drafts.role(a.id, 'org:admin'),
    drafts.remove('membership', b.id),
    {
      entity: 'user',
      recordId: RecordId.parse(c.userId),
      action: { verb: 'update', field: 'banned', value: true },
    },
    {
      entity: 'role',
      recordId: viewer.id,
      action: {
        verb: 'update',
        field: 'permissionKeys',
        value: [...viewer.permissionKeys, 'org:sys_memberships:manage'].sort(),
      },
    },
    drafts.remove('organization', elsewhere.organizationId),
  );
  expect(sorted(await byHolders(access, keys, now, 50))).toEqual(sorted(before));
  const foretold = await byHolders(access, keys, after, 50);
  expect(sorted(await byPeople(access, people, after))).toEqual(sorted(foretold));
  expect(sorted(foretold)).not.toEqual(sorted(before));

  const barred: string[] = [];
  const told = new Set<string>();
  for (const permissionKey of keys) {
    const query = accessOperations.accessDifference.input.parse({ permissionKey, from: now, to: after });
    const { gained, lost } = valueIn(await access.difference(query));
    for (const turn of gained) told.add(`+${turn.userId} ${turn.organizationId} ${permissionKey}`);
    for (const turn of lost) told.add(`-${turn.userId} ${turn.organizationId} ${permissionKey}`);
    // Who is banned keeps the role, and it is said why it gives nothing.
    for (const { roleAfter, because } of lost.filter(
      ({ userId, organizationId }) => userId === c.userId && organizationId === c.organizationId,
    )) {
      expect([roleAfter, because]).toEqual([c.role, expect.stringContaining('banned')]);
      barred.push(because);
    }
  }
  const moved = [
    ...[...foretold].filter((one) => !before.has(one)).map((one) => `+${one}`),
    ...[...before].filter((one) => !foretold.has(one)).map((one) => `-${one}`),
  ];
  expect(sorted(told)).toEqual(moved.sort());
  expect(barred.length).toBeGreaterThan(0);
  const own = accessOperations.accessDifference.input.parse({ userId: a.userId, from: now, to: after });
  const gains = valueIn(await access.difference(own)).gained.map(
    (turn) => `+${turn.userId} ${turn.organizationId} ${turn.permissionKey}`,
  );
  expect(gains.sort()).toEqual(moved.filter((one) => one.startsWith(`+${a.userId} `)));

  const peopleWith = (sign: string, key: string): number =>
    new Set(moved.filter((one) => one[0] === sign && one.endsWith(` ${key}`)).map((one) => one.split(' ')[0]))
      .size;
  const turned = keys
    .map((key) => ({ key, gained: peopleWith('+', key), lost: peopleWith('-', key) }))
    .filter(({ gained, lost }) => gained + lost > 0);
  const ownKey = gains[0]?.split(' ')[2] ?? '';
  const only = valueIn(await access.difference({ ...own, permissionKey: ownKey }));
  expect(only.gained.map(({ permissionKey }) => permissionKey)).toEqual([ownKey]);

  await rig.reconcile();
  const afterwards = await plainAccess(rig.sandbox);
  expect(sorted(foretold)).toEqual(sorted(afterwards));
  expect(sorted(await byHolders(access, keys, now, 50))).toEqual(sorted(afterwards));
  const then: AccessMoment = { kind: 'at', at: began };
  expect(sorted(await byHolders(access, keys, then, 11))).toEqual(sorted(before));
  const { permissions } = valueIn(await access.effect({ seqs: await ownEntries(rig) }));
  expect(permissions.map(({ key, gained, lost }) => ({ key, gained, lost })).toSorted(byKey)).toEqual(
    turned.toSorted(byKey),
  );
  expect(sorted(await byPeople(access, people, then))).toEqual(sorted(before));
}, 120_000);

it('tells why and why not: the way to a permission, and each thing that is in the way', async () => {
  const { rig, access } = await startAccess();
  const [admin] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:admin' }]);
  if (!admin) throw new Error('the world has admins');
  const ask = async (
    permissionKey: string,
    when: AccessMoment,
    organizationId: string = admin.organizationId,
  ) =>
    valueIn(
      await access.why({
        userId: RecordId.parse(admin.userId),
        permissionKey,
        organizationId: RecordId.parse(organizationId),
        when,
      }),
    );
  const held = await ask('org:sys_memberships:manage', now);
  expect(held.allowed).toBe(true);
  expect(held.path.map(({ entity }) => entity)).toEqual(
    expect.arrayContaining(['user', 'membership', 'role', 'permission']),
  );
  expect(await ask('org:nobody:knows', now)).toMatchObject({
    allowed: false,
    blockers: [{ kind: 'permission-off' }],
  });
  const other: readonly string[] = (await rig.store.list('organization', [])).map(({ id }) => id);
  const mine = new Set<string>(
    (await rig.store.list('membership', [{ field: 'userId', op: 'eq', value: admin.userId }])).map(
      (row) => row.organizationId,
    ),
  );
  const strange = other.find((id) => !mine.has(id)) ?? '';
  expect(await ask('org:sys_memberships:manage', now, strange)).toMatchObject({
    allowed: false,
    blockers: [{ kind: 'not-member' }],
  });
  await rig.stage({
    entity: 'user',
    recordId: RecordId.parse(admin.userId),
    action: { verb: 'update', field: 'banned', value: true },
  });
  expect((await ask('org:sys_memberships:manage', now)).allowed).toBe(true);
  const barred = await ask('org:sys_memberships:manage', after);
  expect(barred).toMatchObject({ allowed: false, blockers: [{ kind: 'banned', bars: true }] });
  expect(barred.path.at(-1)?.entity).toBe('permission');
  const permissionKey = 'org:sys_memberships:manage';
  const { holders } = valueIn(
    await access.whoCan(accessOperations.whoCan.input.parse({ permissionKey, limit: 500 })),
  );
  await rig.stage({
    entity: 'settings',
    recordId: RecordId.parse('organization_settings'),
    action: { verb: 'update', field: 'values.enabled', value: false },
  });
  const asked = accessOperations.accessDifference.input.parse({ permissionKey, from: now, to: after });
  const { lostTotal, lost } = valueIn(await access.difference(asked));
  expect(lostTotal).toBe(holders.length);
  expect(lost[0]?.because).toContain('switched off');
  const early = await access.why({
    userId: RecordId.parse(admin.userId),
    permissionKey: 'org:sys_memberships:manage',
    organizationId: RecordId.parse(admin.organizationId),
    when: { kind: 'at', at: 0 },
  });
  expect(early).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('gives a seat that a staged removal frees to somebody who is staged in', async () => {
  const { rig, access } = await startAccess();
  const [leaver] = await rig.store.list('membership', [{ field: 'role', op: 'eq', value: 'org:member' }]);
  if (!leaver) throw new Error('the world has members');
  const { organizationId } = leaver;
  const inside = await rig.store.list('membership', [
    { field: 'organizationId', op: 'eq', value: organizationId },
  ]);
  const home = await rig.store.get('organization', RecordId.parse(organizationId));
  const newcomer = (await rig.store.list('user', [])).find(
    ({ id, banned, deprovisioned }) =>
      !banned && !deprovisioned && inside.every(({ userId }) => userId !== id),
  );
  if (!home || !newcomer) throw new Error('somebody is not in it');
  await rig.stage(
    drafts.organization(
      organizationId,
      'maxAllowedMemberships',
      inside.length + home.pendingInvitationsCount,
    ),
    drafts.remove('membership', leaver.id),
  );
  await rig.stage(drafts.add(organizationId, newcomer.id));
  const asked = accessOperations.whoCan.input.parse({ organizationId, when: after, limit: 500 });
  const { holders } = valueIn(await access.whoCan(asked));
  expect(holders.map(({ userId }) => userId)).toContain(newcomer.id);
});

it('tells who held what is no more: a person and a permission that the service has lost since', async () => {
  const rig = await startRig({ scale: 0.03, seed: 7 });
  await rig.sweep();
  const audit = createAudit({ store: rig.store, now: Date.now });
  await audit.completeAt(1);
  const access = createAccess(rig.store, audit, wholeCopy);
  const before = await plainAccess(rig.sandbox);
  const then: AccessMoment = { kind: 'at', at: Date.now() };
  while (Date.now() <= then.at) await setImmediate();

  const held = [...before].map((one) => one.split(' '));
  const lost = (await rig.store.list('permission', [])).find(
    ({ key }) => !key.startsWith('org:sys_') && held.some(([, , one]) => one === key),
  );
  const [leaver = ''] = held.find(([, , key]) => key !== lost?.key) ?? [];
  for (const path of [`/users/${leaver}`, `/organization_permissions/${lost?.id}`])
    await fetch(`${rig.sandbox.url}/v1${path}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${rig.sandbox.secretKey}` },
    });
  await rig.sweep();

  const permissionKey = lost?.key ?? '';
  expect(sorted(await byHolders(access, [permissionKey], then, 50))).toEqual(
    sorted(new Set([...before].filter((one) => one.endsWith(` ${permissionKey}`)))),
  );
  const lostOf = async (asked: object): Promise<number> =>
    valueIn(
      await access.difference(
        accessOperations.accessDifference.input.parse({ ...asked, from: then, to: now }),
      ),
    ).lostTotal;
  expect(await lostOf({ permissionKey })).toBe(held.filter(([, , key]) => key === permissionKey).length);
  expect(await lostOf({ userId: leaver })).toBe(held.filter(([id]) => id === leaver).length);
});
