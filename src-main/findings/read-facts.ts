import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import type { Filter } from '@shared/contract/page';
import { isElevated } from '@shared/domain/access';
import {
  type FactName,
  type FindingFacts,
  factorSpan,
  type Holder,
} from '@shared/domain/findings/finding-facts';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { readById, readSeen, seenOf } from './read-seen';

type Readers = { readonly [F in FactName]: () => Promise<FindingFacts[F]> };
export type ReadFacts = <F extends FactName>(name: F) => Promise<FindingFacts[F]>;

/** Entries of history that are looked at, newest first. */
const mostEntries = 20_000;
const page = 500;

/** Facts of one look: what several checks need is read once, in few questions that indexes answer. */
export function createFacts(store: Store, now: number): ReadFacts {
  const known = new Map<FactName, Promise<unknown>>();
  const get: ReadFacts = <F extends FactName>(name: F) => {
    const read = known.get(name) ?? readers[name]();
    known.set(name, read);
    return read as Promise<FindingFacts[F]>;
  };
  let asked: Promise<Members> | undefined;
  const members = (): Promise<Members> => {
    asked ??= readAdmins(store);
    return asked;
  };
  const readers: Readers = {
    admins: async () => withPeople(store, await members()),
    barred: () => readBarred(store),
    places: async () => readPlaces(store, await members()),
    invited: () => readSeen(store, 'invitation', [{ field: 'status', op: 'eq', value: 'pending' }]),
    factors: () => readFactors(store, now - factorSpan),
    sso: () => readSso(store),
    grants: () => readGrants(store),
    addresses: async () => ({
      singletons: await readSeen(store, 'settings'),
      redirects: await readSeen(store, 'redirectUrl'),
      clients: await readSeen(store, 'oauthApplication'),
    }),
    apps: () => readSeen(store, 'application'),
    keys: () => readSeen(store, 'apiKey'),
  };
  return get;
}

type Members = readonly Holder['member'][];

/** Memberships with a role that may change who belongs to an organization. */
async function readAdmins(store: Store): Promise<Members> {
  const grants = await readSeen(store, 'role');
  const keys = grants.filter(({ row }) => isElevated(row.permissionKeys)).map(({ row }) => row.key);
  const all = await readSeen(store, 'membership', [{ field: 'role', op: 'in', value: keys }]);
  return all.filter(({ row }) => keys.includes(row.role));
}

/** Those whose person is copied. */
async function withPeople(store: Store, members: Members): Promise<readonly Holder[]> {
  const people = await readById(
    store,
    'user',
    members.map(({ row }) => row.userId),
  );
  return members.flatMap((member) => {
    const person = people.get(member.row.userId);
    return person === undefined ? [] : [{ member, person }];
  });
}

async function readBarred(store: Store): Promise<readonly Holder[]> {
  const asked = (field: string): Filter[] => [{ field, op: 'eq', value: true }];
  const found = [
    ...(await readSeen(store, 'user', asked('banned'))),
    ...(await readSeen(store, 'user', asked('deprovisioned'))),
  ];
  const people = new Map(
    found
      .filter(({ row }) => row.banned || row.deprovisioned)
      .map((person) => [String(person.row.id), person]),
  );
  const rows = await listIn(store, 'membership', { field: 'userId', values: people.keys() });
  return rows
    .flatMap((row) => seenOf('membership', row))
    .flatMap((member) => {
      const person = people.get(member.row.userId);
      return person === undefined ? [] : [{ member, person }];
    });
}

async function readPlaces(store: Store, admins: Members): Promise<FindingFacts['places']> {
  const counts = new Map<string, number>();
  for (const { row } of admins) counts.set(row.organizationId, (counts.get(row.organizationId) ?? 0) + 1);
  const plans = new Map<string, { readonly name: string; readonly seats: number; readonly at: number }>();
  for (const { row } of await readSeen(store, 'subscriptionItem')) {
    if (row.seats === null || !['active', 'past_due'].includes(row.status)) continue;
    if ((plans.get(row.organizationId)?.at ?? 0) <= row.createdAt)
      plans.set(row.organizationId, { name: row.planName, seats: row.seats, at: row.createdAt });
  }
  return (await readSeen(store, 'organization')).map((home) => ({
    home,
    admins: counts.get(home.row.id) ?? 0,
    plan: plans.get(home.row.id) ?? null,
  }));
}

/** People whose second factor went off since a moment, by the newest entry that says so of each. */
async function readFactors(store: Store, since: number): Promise<FindingFacts['factors']> {
  const off = new Map<HistoryEntry['recordId'], HistoryEntry>();
  for (let read = 0, before: number | undefined; read < mostEntries; read += page) {
    const entries = await store.history({
      entity: 'user',
      change: 'updated',
      limit: page,
      ...(before !== undefined && { beforeSeq: before }),
    });
    for (const entry of entries.filter(({ at }) => at >= since))
      if (entry.fields.some(({ field, after }) => field === 'twoFactorEnabled' && after === false))
        if (!off.has(entry.recordId)) off.set(entry.recordId, entry);
    const last = entries.at(-1);
    if (entries.length < page || last === undefined || last.at < since) break;
    before = last.seq;
  }
  const people = await readById(store, 'user', off.keys());
  return [...off.values()].flatMap((entry) => {
    const person = people.get(entry.recordId);
    return person === undefined ? [] : [{ entry, person }];
  });
}

async function readSso(store: Store): Promise<FindingFacts['sso']> {
  const connections = await readSeen(store, 'enterpriseConnection');
  const names = connections.flatMap(({ row }) => row.domains);
  return {
    connections,
    named: (await listIn(store, 'organizationDomain', { field: 'name', values: names })).flatMap((row) =>
      seenOf('organizationDomain', row),
    ),
    scim: await readSeen(store, 'directory'),
  };
}

async function readGrants(store: Store): Promise<FindingFacts['grants']> {
  const facets = await store.facets(
    { entity: 'membership', where: [], text: '', offset: 0, limit: 1 },
    'role',
  );
  return {
    defined: await readSeen(store, 'permission'),
    given: await readSeen(store, 'role'),
    sets: await readSeen(store, 'roleSet'),
    held: new Set(facets.filter(({ count }) => count > 0).map(({ value }) => String(value))),
  };
}
