import { createAccess, type KnownCopy } from '@main/access/create-access';
import { createAudit } from '@main/audit/create-audit';
import { createCapabilities } from '@main/engine/capabilities';
import { signingKeyOf } from '@main/reconcile/four-eyes/signing-key';
import { createReview } from '@main/reviews/create-review';
import { readOpenCampaigns } from '@main/reviews/kept-reviews';
import { readWalked } from '@main/store/kept-walk';
import type { Store } from '@main/store/store';
import { type AccessMoment, accessOperations } from '@shared/contract/access';
import { success } from '@shared/contract/failure';
import { PageQuery } from '@shared/contract/page';
import { type ReviewSummary, reviewOperations } from '@shared/contract/reviews';
import { type EntityName, entitiesOf } from '@shared/domain/entity';
import { expect, it } from 'vitest';
import { startReconcile } from '../reconcile/reconcile-rig';
import { adminRole, copied, member } from '../support/copied';
import { everyList, wholeCopy } from '../support/every-list';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { startProxied } from '../sync/proxied-rig';
import { beginSync, openTempStore, startRig, sweepOnce, until } from '../sync/sync-rig';

const now: AccessMoment = { kind: 'now' };
const after: AccessMoment = { kind: 'after' };

/** A copy as sync left it. */
const copyOf = (store: Store, capabilities: KnownCopy['capabilities']): KnownCopy => ({
  capabilities,
  walked: (entity) => readWalked(store, entity),
});

const nobodyManages = accessOperations.tryAssertions.input.parse({
  assertions: [{ name: 'nobody manages', nobody: {}, holding: 'org:sys_memberships:manage' }],
});

it('tells nothing of half a copy, and of names that nothing has', async () => {
  const rig = await startReconcile({ scale: 0.03, seed: 4 });
  const audit = createAudit({ store: rig.store, now: Date.now });
  const access = createAccess(rig.store, audit, wholeCopy);
  const holding = accessOperations.whoCan.input.parse({ permissionKey: 'org:sys_memberships:manage' });
  const notFound = { ok: false, error: { code: 'not-found' } };
  expect(await access.assert(nobodyManages)).toMatchObject(notFound);
  expect(await access.whoCan(holding)).toMatchObject(notFound);
  await audit.completeAt(1);
  expect(valueIn(await access.assert(nobodyManages)).assertions).toMatchObject([{ holds: false }]);

  for (const when of [now, after, { kind: 'at', at: Date.now() } as const]) {
    for (const wrong of [{ permissionKey: 'org:no:such' }, { organizationId: 'org_no' }])
      expect(await access.whoCan({ ...holding, ...wrong, when })).toMatchObject(notFound);
    for (const wrong of [
      { permissionKey: 'org:no:such' },
      { organizationId: 'org_no' },
      { userId: 'user_no' },
    ]) {
      const asked = accessOperations.accessDifference.input.parse({ ...wrong, from: when, to: now });
      expect(await access.difference(asked)).toMatchObject(notFound);
    }
  }
});

it('tells nothing where a list that decides was refused, or is not copied into this workspace', async () => {
  const bare = await startRig({ scale: 0.03, seed: 4 });
  const ofBare = createAudit({ store: bare.store, now: Date.now });
  await ofBare.completeAt(1);
  const { 'list.role': _none, ...others } = await everyList();
  const forbidden = { state: 'refused', reason: 'This key may not list roles.', next: '' } as const;
  for (const [known, said] of [
    [others, 'roles are not copied here.'],
    [{ ...others, 'list.role': forbidden }, 'roles are not copied here. This key may not list roles.'],
  ] as const) {
    const blind = createAccess(
      bare.store,
      ofBare,
      copyOf(bare.store, async () => known),
    );
    expect(await blind.assert(nobodyManages)).toMatchObject({
      ok: false,
      error: { code: 'not-found', message: expect.stringContaining(said) },
    });
  }
});

const errors = [{ code: 'of_this_list', message: 'not for you', long_message: 'This is not for you.' }];
const memberships = '/organization_memberships';

it('no assertion holds by a list that was cut off, is refused since, or could not be read whole', async () => {
  const { rig, proxy } = await startProxied();
  const { store, sync } = rig;
  const listSince = async (entity: EntityName) => (await readWalked(store, entity)).since;
  const audit = createAudit({ store, now: Date.now, listSince });
  const on = (running: typeof sync) =>
    createAccess(
      store,
      audit,
      copyOf(store, createCapabilities({ store, sync: running, entities: entitiesOf('b2b') }).read),
    );
  const access = on(sync);
  const holding = accessOperations.whoCan.input.parse({ permissionKey: 'org:sys_memberships:manage' });
  const reviewOf = (name: string) =>
    createReview(
      {
        ...{ store, access, key: signingKeyOf('ab'.repeat(32)), service: rig.sandbox.url },
        ...{ now: Date.now, newId: () => name.toLowerCase(), asOf: () => sync.status().freshness.asOf },
      },
      reviewOperations.createReview.input.parse({
        name,
        scope: { roleKey: 'org:admin', where: '' },
        by: 'Ada',
      }),
      async (id) => success({ id } as ReviewSummary),
    );

  // Cut off behind the first page, and again while it is walked anew: most members are not here.
  proxy.ask = (query, path) => void (path === memberships && query.set('limit', '7'));
  proxy.alter = ({ path, query }) =>
    path === memberships && query.get('offset') !== '0' ? { status: 403, body: { errors } } : undefined;
  await rig.sweep();
  await audit.completeAt(sync.status().freshness.asOf);
  expect(await store.count('membership')).toBeGreaterThan(0);
  const unknown = {
    ok: false,
    error: { code: 'not-found', message: expect.stringContaining('memberships') },
  };
  expect(await access.whoCan(holding)).toMatchObject(unknown);
  expect(await access.assert(nobodyManages)).toMatchObject(unknown);

  const partly = Date.now();

  // Whole: what somebody holds nowhere is known.
  proxy.ask = () => undefined;
  proxy.alter = () => undefined;
  await rig.sweep();
  const { holders } = valueIn(await access.whoCan({ ...holding, limit: 500 }));
  // Its rows say nothing of the moment at which it was not here yet, though the other lists were.
  const noCopy = {
    ok: false,
    error: { code: 'not-found', message: expect.stringContaining('no complete copy') },
  };
  expect(await access.whoCan({ ...holding, when: { kind: 'at', at: partly } })).toMatchObject(noCopy);
  expect(await audit.page(PageQuery.parse({ entity: 'membership' }), partly)).toMatchObject(noCopy);
  expect(valueIn(await audit.page(PageQuery.parse({ entity: 'user' }), partly)).total).toBeGreaterThan(0);
  const later = { kind: 'at', at: Date.now() } as const;
  expect(valueIn(await access.whoCan({ ...holding, when: later, limit: 500 })).holders).toHaveLength(
    holders.length,
  );
  const domainsIn = (home: string) =>
    new Set(
      holders.flatMap((one) => (one.organizationId === home ? [one.userEmail.split('@')[1] ?? ''] : [])),
    );
  const home = holders.find(({ organizationId }) => domainsIn(organizationId).size === 1);
  const [domain = ''] = domainsIn(home?.organizationId ?? '');
  const ours = accessOperations.tryAssertions.input.parse({
    assertions: [
      {
        ...{ name: 'ours', nobody: { emailDomainNot: domain }, in: home?.organizationId },
        holding: 'org:sys_memberships:manage',
      },
    ],
  });
  expect(valueIn(await access.assert(ours)).assertions).toMatchObject([{ holds: true }]);

  // One membership that cannot be read may be anybody's; what offends is told all the same.
  const incomplete = (why: string) => ({
    ok: false,
    error: {
      code: 'incomplete',
      message: expect.stringMatching(`"ours": whether it holds is not known. ${why}`),
    },
  });
  proxy.alter = ({ path, body }) => {
    if (path !== memberships) return undefined;
    const list = body as { readonly data: readonly object[] };
    return {
      body: { ...list, data: list.data.map((one, at) => (at === 1 ? { ...one, public_user_data: 7 } : one)) },
    };
  };
  await rig.sweep();
  expect(await access.assert(ours)).toMatchObject(incomplete('1 of the memberships'));
  const frozen = await reviewOf('Partly');
  expect(frozen).toMatchObject({ ok: true });
  expect((await readOpenCampaigns(store)).map(({ scopeText }) => scopeText)).toEqual([
    expect.stringMatching(/· 1 of the memberships that the service lists could not be read\.$/),
  ]);
  expect(valueIn(await access.assert(nobodyManages)).assertions).toMatchObject([{ holds: false }]);
  // What does not hold weighs more than what is not known, whichever is asked first; several that are not known are all named.
  const [unsure, violated] = [ours.assertions, nobodyManages.assertions];
  for (const assertions of [
    [...unsure, ...violated],
    [...violated, ...unsure],
  ])
    expect(valueIn(await access.assert({ ...ours, assertions }))).toMatchObject({
      assertions: [{ name: 'nobody manages', holds: false }],
      notKnown: [{ name: 'ours', why: expect.stringContaining('not known'), next: expect.anything() }],
    });
  const both = [...unsure, ...unsure.map((one) => ({ ...one, name: 'ours again' }))];
  expect(await access.assert({ ...ours, assertions: both })).toMatchObject({
    ok: false,
    error: { code: 'incomplete', message: expect.stringMatching(/"ours": .*"ours again": /) },
  });

  // Refused since: as it was is known, as it is not; also after a walk that was broken off, and a restart.
  const wasWhole = Date.now();
  proxy.alter = ({ path }) => (path === memberships ? { status: 403, body: { errors } } : undefined);
  await rig.sweep();
  expect(await access.assert(ours)).toMatchObject(incomplete('The API key may not read memberships.'));
  expect(await reviewOf('Since')).toMatchObject({
    error: {
      code: 'incomplete',
      message: expect.stringMatching(/may not read memberships.*Nothing was made\.$/),
    },
  });
  expect(await readOpenCampaigns(store)).toHaveLength(1);
  const then = { ...ours, when: { kind: 'at', at: wasWhole } as const };
  expect(await access.assert(then)).toMatchObject(incomplete('1 of the memberships'));
  proxy.ask = (query, path) => void (path === memberships && query.set('limit', '7'));
  proxy.alter = ({ path, query }) =>
    path === memberships && query.get('offset') !== '0' ? { cut: 'length' } : undefined;
  sync.start();
  await until(sync, ({ freshness }) => freshness.kind === 'failed');
  await sync.stop();
  const again = beginSync({ store, port: rig.identity });
  await again.restored;
  expect(await on(again).assert(ours)).toMatchObject(incomplete('The API key may not read memberships.'));
  proxy.ask = () => undefined;
  proxy.alter = () => undefined;
  await sweepOnce(again);
  expect(valueIn(await on(again).assert(ours))).toMatchObject({
    assertions: [{ holds: true }],
    notKnown: [],
  });
});

it('who holds something and is not copied yet keeps an assertion from holding, and counts for none', async () => {
  const store = await openTempStore(await temporaryFolder());
  const people = [copied('user', 'user_1', { name: 'Ada', email: 'ada@acme.com' })];
  const home = copied('organization', 'org_1', { name: 'Acme' });
  await store.write({
    put: [adminRole, home, ...people, member('org_1', 'user_1'), member('org_1', 'user_2')],
  });
  const audit = createAudit({ store, now: Date.now });
  await audit.completeAt(1);
  const access = createAccess(store, audit, wholeCopy);
  const tried = async (domain: string) => access.assert(asked(domain));
  const asked = (domain: string) =>
    accessOperations.tryAssertions.input.parse({
      assertions: [
        { name: 'ours', nobody: { emailDomainNot: domain }, holding: 'org:sys_memberships:manage' },
      ],
    });
  expect(await tried('acme.com')).toMatchObject({
    error: {
      code: 'incomplete',
      message: expect.stringContaining('1 person who holds it is not copied yet.'),
    },
  });
  expect(valueIn(await tried('birch.com')).assertions).toMatchObject([{ holds: false, offendersTotal: 1 }]);
  // Two may be there, with the one who is not copied; three surely are not.
  const every = (atLeast: number) =>
    accessOperations.tryAssertions.input.parse({
      assertions: [{ name: 'enough', every: 'organization', atLeast, holding: 'org:sys_memberships:manage' }],
    });
  const incomplete = { error: { code: 'incomplete' } };
  expect(await access.assert(every(2))).toMatchObject(incomplete);
  const short = [{ holds: false, offenders: [{ organizationId: 'org_1', count: 1 }] }];
  expect(valueIn(await access.assert(every(3))).assertions).toMatchObject(short);
  await store.write({ put: [copied('user', 'user_2', { name: 'Bea', email: 'bea@acme.com' })] });
  expect(valueIn(await tried('acme.com')).assertions).toMatchObject([{ holds: true }]);
  // A membership that cannot be read may be the third.
  const walked = async (entity: EntityName) => ({
    ...(await wholeCopy.walked(entity)),
    unread: entity === 'membership' ? 1 : 0,
  });
  const partly = createAccess(store, audit, { ...wholeCopy, walked });
  expect(valueIn(await access.assert(every(3))).assertions).toMatchObject([{ holds: false }]);
  expect(await partly.assert(every(3))).toMatchObject(incomplete);
  expect(valueIn(await partly.assert(every(4))).assertions).toMatchObject([{ holds: false }]);
});
