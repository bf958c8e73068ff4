import { createIdentity } from '@main/identity/create-identity';
import type { Identity } from '@main/identity/identity';
import { type Sandbox, startSandbox } from '@main/sandbox/start-sandbox';
import type { Store } from '@main/store/store';
import { createSync, type Sync } from '@main/sync/create-sync';
import type { EntityName } from '@shared/domain/entity';
import type { Scenario } from '@shared/domain/scenario';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { type MutatingProxy, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { specMutations } from '../support/mutator/spec-mutations';
import { openTempStore, sweepOnce } from '../sync/sync-rig';
import { platformSpecPath, specMissing, specPath } from './load-spec';

vi.setConfig({ testTimeout: 300_000 });

if (specMissing) console.warn('The OpenAPI files are not beside the repository: nothing was mutated.');

/** What is read: the operation's template in the spec, and whose record it brings. */
interface Reading {
  readonly entity: EntityName;
  readonly template: string;
  /** Mutations that leave nothing to tell a record by: it is kept aside then. */
  readonly aside?: readonly string[];
  /** The service does not heed `paginated`: it answers an array, as the spec has it. */
  readonly bare?: true;
}

const person = ['data[].public_user_data: left out'];
const lists: readonly Reading[] = [
  { entity: 'settings', template: '/instance/organization_settings' },
  { entity: 'permission', template: '/organization_permissions' },
  { entity: 'role', template: '/organization_roles' },
  { entity: 'organization', template: '/organizations' },
  { entity: 'user', template: '/users' },
  { entity: 'user', template: '/users/count' },
  { entity: 'membership', template: '/organization_memberships', aside: person },
  { entity: 'invitation', template: '/organization_invitations' },
  { entity: 'settings', template: '/instance' },
  { entity: 'settings', template: '/instance/communication' },
  { entity: 'instanceInvitation', template: '/invitations', bare: true },
  { entity: 'waitlistEntry', template: '/waitlist_entries' },
  {
    entity: 'allowlistIdentifier',
    template: '/allowlist_identifiers',
    bare: true,
    aside: ['[].id: left out'],
  },
  { entity: 'blocklistIdentifier', template: '/blocklist_identifiers', aside: ['data[].id: left out'] },
  { entity: 'redirectUrl', template: '/redirect_urls', bare: true },
];
const records: readonly Reading[] = [
  { entity: 'permission', template: '/organization_permissions/{permission_id}' },
  { entity: 'organization', template: '/organizations/{organization_id}' },
  { entity: 'user', template: '/users/{user_id}' },
  { entity: 'membership', template: '/organizations/{organization_id}/memberships' },
  { entity: 'invitation', template: '/organizations/{organization_id}/invitations/{invitation_id}' },
];
const application = '/platform/applications/{applicationID}';
const platformLists: readonly Reading[] = [
  { entity: 'application', template: '/platform/applications' },
  { entity: 'application', template: `${application}/domains` },
  { entity: 'application', template: `${application}/domains/{domainIDOrName}/status` },
  { entity: 'application', template: `${application}/instances/{envOrInsID}/config` },
  { entity: 'settings', template: `${application}/instances/{envOrInsID}/config/schema` },
];
const platformRecords: readonly Reading[] = [{ entity: 'application', template: application }];

interface Rig {
  readonly store: Store;
  readonly proxy: MutatingProxy;
  readonly identity: Identity;
  sync(entity: EntityName): Sync;
}

async function openRig(sandbox: Sandbox, scenario: Scenario): Promise<Rig> {
  const proxy = await startMutatingProxy(sandbox.url);
  const store = await openTempStore(await temporaryFolder());
  const identity = createIdentity({
    url: proxy.url,
    apiKey: scenario === 'platforms' ? sandbox.platformToken : sandbox.secretKey,
    scenario,
    fetch,
    now: Date.now,
    requestsPer10s: 100_000,
  });
  onTestFinished(async () => {
    await proxy.close();
    await sandbox.close();
  });
  const sync = (entity: EntityName): Sync => {
    const one = createSync({ store, port: identity, entities: [entity], now: Date.now });
    onTestFinished(() => one.stop());
    return one;
  };
  return { store, proxy, identity, sync };
}

/** Whether a request is one of the operation. */
const matcherOf = (template: string): RegExp => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);

async function pullMutated(rig: Rig, specFile: string, { entity, template, bare, aside = [] }: Reading) {
  if (bare) rig.proxy.ask = (query) => query.delete('paginated');
  const sync = rig.sync(entity);
  rig.proxy.alter = () => undefined;
  await sweepOnce(sync);
  const ids = [...(await rig.store.ids(entity))].sort();
  expect(ids.length).toBeGreaterThan(0);
  const mutations = specMutations(specFile, template);
  const matches = matcherOf(template);
  const keptAside: string[] = [];
  for (const { title, apply } of mutations) {
    rig.proxy.alter = ({ path, status, body }) =>
      status === 200 && matches.test(path) ? { body: apply(body) } : undefined;
    await sweepOnce(sync);
    const [told] = sync.status().collections;
    expect([title, told?.failure]).toEqual([title, null]);
    expect([title, [...(await rig.store.ids(entity))].sort()]).toEqual([title, ids]);
    if (told !== undefined && told.unreadCount > 0) {
      expect(told.unread[0]).toMatchObject({
        id: expect.stringMatching(/./),
        path: expect.stringMatching(/./),
      });
      keptAside.push(title);
    }
  }
  expect(keptAside).toEqual(aside);
}

async function readMutated(rig: Rig, specFile: string, { entity, template }: Reading) {
  rig.proxy.alter = () => undefined;
  await sweepOnce(rig.sync(entity));
  const [row] = await rig.store.list(entity, [], 1);
  if (row === undefined) throw new Error(`the world has no ${entity}`);
  const plain = await rig.identity.fetchOne(entity, row);
  const matches = matcherOf(template);
  for (const { title, apply } of specMutations(specFile, template)) {
    rig.proxy.alter = ({ path, status, body }) =>
      status === 200 && matches.test(path) ? { body: apply(body) } : undefined;
    const read = await rig.identity.fetchOne(entity, row);
    expect([title, read]).toMatchObject([title, { ok: true, value: { id: row.id } }]);
  }
  expect(plain).toMatchObject({ ok: true, value: { id: row.id } });
}

const title = 'every answer of $template that the spec allows';

test.skipIf(specMissing).each(lists)(
  `${title} is copied: nothing fails, nothing is deleted`,
  async (reading) => {
    const rig = await openRig(
      await startSandbox({ world: 'northwind', seed: 5, scale: 0.02, limits: 'none' }),
      'b2b',
    );
    await pullMutated(rig, specPath, reading);
  },
);

test.skipIf(specMissing).each(records)(`${title} is read as the record that it is`, async (reading) => {
  const rig = await openRig(
    await startSandbox({ world: 'northwind', seed: 5, scale: 0.02, limits: 'none' }),
    'b2b',
  );
  await readMutated(rig, specPath, reading);
});

test.skipIf(specMissing).each(platformLists)(`${title} is copied as well`, async (reading) => {
  const rig = await openRig(
    await startSandbox({ world: 'campus', seed: 5, scale: 0.02, limits: 'none' }),
    'platforms',
  );
  await pullMutated(rig, platformSpecPath, reading);
});

test.skipIf(specMissing).each(platformRecords)(`${title} is read as well`, async (reading) => {
  const rig = await openRig(
    await startSandbox({ world: 'campus', seed: 5, scale: 0.02, limits: 'none' }),
    'platforms',
  );
  await readMutated(rig, platformSpecPath, reading);
});
