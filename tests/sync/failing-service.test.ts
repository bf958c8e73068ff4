import type { Failure } from '@shared/contract/failure';
import { expect, test } from 'vitest';
import { stageRole, storedState } from './stored-state';
import { type SyncRig, startRig, sweepOnce, until } from './sync-rig';

type Fetch = typeof fetch;
type Action = (rig: SyncRig) => Promise<unknown>;

interface Trouble {
  readonly title: string;
  readonly begin: Action;
  readonly end?: Action;
  /** Request of the sweep at which it begins. */
  readonly at?: number;
  readonly bend?: (response: Response) => Promise<Response>;
  readonly ends: 'key-refused' | 'offline' | 'failed';
  readonly code: Failure['code'];
  readonly says: RegExp;
}

const always = { times: 10_000 } as const;
const memberships = { path: '^/organization_memberships$' } as const;
const fault = (kind: 'malformed' | 'truncate') => (rig: SyncRig) =>
  rig.sandbox.control.addFault({ kind, match: memberships, ...always });
const clear: Action = ({ sandbox }) => sandbox.control.clearFaults();
const restore: Action = ({ sandbox }) => sandbox.control.restoreKeys();
const up: Action = ({ sandbox }) => sandbox.control.up();

/** Alters what the list of memberships answers. */
const bendList = (alter: (text: string) => string) => async (response: Response) =>
  response.url.includes('/organization_memberships')
    ? new Response(alter(await response.text()), { status: 200 })
    : response;

const troubles: readonly Trouble[] = [
  {
    title: 'a refused API key',
    begin: ({ sandbox }) => sandbox.control.revokeKeys(),
    end: restore,
    ends: 'key-refused',
    code: 'key-refused',
    says: /refuses the API key.*Replace the key/,
  },
  {
    title: 'a key revoked in the middle of a sweep',
    begin: ({ sandbox }) => sandbox.control.revokeKeys(),
    at: 8,
    end: restore,
    ends: 'key-refused',
    code: 'key-refused',
    says: /refuses the API key.*Replace the key/,
  },
  {
    title: 'answers that are not JSON',
    begin: fault('malformed'),
    end: clear,
    ends: 'failed',
    code: 'malformed-answer',
    says: /list of memberships cannot be read: The answer is not JSON.*Check that the address/,
  },
  {
    title: 'answers cut off half way',
    begin: fault('truncate'),
    end: clear,
    ends: 'failed',
    code: 'malformed-answer',
    says: /list of memberships cannot be read: The answer broke off half way.*Sync again; .* may cut answers off/,
  },
  {
    title: 'answers cut off where nobody tells, as inside of what is compressed',
    begin: async () => undefined,
    bend: bendList((text) => text.slice(0, text.length / 2)),
    ends: 'failed',
    code: 'malformed-answer',
    says: /list of memberships cannot be read: The answer broke off half way.*Sync again/,
  },
  {
    title: 'counts that are no number',
    begin: async () => undefined,
    bend: bendList((text) => text.replace(/"total_count":\s*(\d+)/, '"total_count":"$1"')),
    ends: 'failed',
    code: 'malformed-answer',
    says: /list of memberships cannot be read: .* promises \(its total_count\)/,
  },
  {
    title: 'answers that are no lists',
    begin: async () => undefined,
    bend: bendList((text) => text.replaceAll('"total_count":', '"count":')),
    ends: 'failed',
    code: 'malformed-answer',
    says: /list of memberships cannot be read: .* shape that the API promises.*Check that the address/,
  },
  {
    title: 'a service that listens no more',
    begin: ({ sandbox }) => sandbox.control.down('refused'),
    end: up,
    ends: 'offline',
    code: 'offline',
    says: /cannot be reached.*goes on where it stopped/,
  },
  {
    title: 'connections destroyed in the middle of a sweep',
    begin: ({ sandbox }) => sandbox.control.down('destroyed'),
    at: 8,
    end: up,
    ends: 'offline',
    code: 'offline',
    says: /cannot be reached.*goes on where it stopped/,
  },
  {
    title: 'a service that never answers',
    begin: ({ sandbox }) =>
      sandbox.control.addFault({ kind: 'hang', ms: 60_000, match: memberships, ...always }),
    end: clear,
    ends: 'offline',
    code: 'timeout',
    says: /does not answer in time.*goes on where it stopped/,
  },
  {
    title: 'a service that fails',
    begin: ({ sandbox }) =>
      sandbox.control.addFault({ kind: 'status', status: 503, match: memberships, ...always }),
    end: clear,
    ends: 'failed',
    code: 'service-error',
    says: /failed while it listed memberships \(status 503\).*tries again/,
  },
];

test.each(troubles)('$title: a specific message, everything kept, and sync resumes', async (trouble) => {
  let troubled = false;
  let requests = 0;
  let begun: Promise<unknown> | null = null;
  const bending: Fetch = async (url, init) => {
    requests += 1;
    if (troubled && requests >= (trouble.at ?? 1)) {
      begun ??= trouble.begin(rig);
      await begun;
    }
    const response = await fetch(url, init);
    return troubled && trouble.bend ? trouble.bend(response) : response;
  };
  const rig = await startRig({ scale: 0.02 }, { fetch: bending, timeoutMs: 400 });
  const { sandbox, store, sync } = rig;
  await rig.sweep();
  const edited = await stageRole(store);
  const before = await storedState(store);
  expect(before.intents.map(({ state }) => state)).toEqual(['staged']);

  requests = 0;
  troubled = true;
  sync.start();
  const { freshness, collections } = await until(sync, (status) => status.freshness.kind === trouble.ends);
  expect(freshness.asOf).toBeGreaterThan(0);
  const failures = collections.flatMap(({ failure }) => (failure === null ? [] : [failure]));
  const told = failures.find(({ code }) => code === trouble.code);
  expect(`${told?.message} ${told?.next}`).toMatch(trouble.says);
  if (freshness.kind === 'failed') expect(freshness.failure).toEqual(told);
  expect(await storedState(store)).toEqual(before);

  troubled = false;
  await trouble.end?.(rig);
  const [organization] = await store.list('organization', [], 1);
  await sandbox.control.edit([
    { organization: String(organization?.id), set: { name: 'Renamed meanwhile' } },
  ]);
  // The first ends the sweep that was broken off, which may have been past the organizations.
  await sweepOnce(sync);
  await sweepOnce(sync);
  const after = await storedState(store);
  expect(after.rows[String(organization?.id)]).toMatchObject({ name: 'Renamed meanwhile' });
  expect(after.intents).toEqual(before.intents);
  expect(await store.get('membership', edited.id)).toMatchObject({ role: 'org:billing', state: 'pending' });
});

test('a 429 in the middle of a sweep is waited out as long as told, and nobody has to do anything', async () => {
  const { sandbox, store, identity, sync } = await startRig({ scale: 0.02 });
  await sandbox.control.addFault({
    kind: 'status',
    status: 429,
    retryAfter: 1,
    match: memberships,
    times: 2,
  });
  const started = Date.now();
  sync.start();
  await expect
    .poll(() => identity.throttled())
    .toMatchObject([{ endpoint: 'GET /organization_memberships' }]);
  expect(identity.throttled()[0]?.until).toBeGreaterThan(started + 900);
  await until(sync, ({ freshness }) => freshness.kind === 'synced');
  expect(Date.now() - started).toBeGreaterThan(950);
  const { rows, faults } = await sandbox.control.state();
  expect(faults[0]?.fired).toBe(2);
  expect(await store.count('membership')).toBe(Object.values(rows)[0]?.memberships);
});
