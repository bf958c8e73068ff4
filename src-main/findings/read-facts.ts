import { setImmediate as breathe } from 'node:timers/promises';
import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { type FactName, type FindingFacts, factorSpan } from '@shared/domain/findings/finding-facts';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { readAdmins, readBarred, readBarredMembers, readPlaces, withPeople } from './read-members';
import { countSeen, readById, readSeen, seenOf } from './read-seen';

type Readers = { readonly [F in FactName]: () => Promise<FindingFacts[F]> };
export type ReadFacts = <F extends FactName>(name: F) => Promise<FindingFacts[F]>;

/** Entries of history that are read in one go. */
const page = 2_000;

/** Facts of one look: what several checks need is read once, in few questions that indexes answer. */
export function createFacts(store: Store, now: number): ReadFacts {
  const known = new Map<FactName, Promise<unknown>>();
  const get: ReadFacts = <F extends FactName>(name: F) => {
    const read = known.get(name) ?? readers[name]();
    known.set(name, read);
    return read as Promise<FindingFacts[F]>;
  };
  const admins = once(() => readAdmins(store));
  const barred = once(() => readBarred(store));
  const readers: Readers = {
    admins: async () => withPeople(store, await admins()),
    barred: async () => readBarredMembers(store, await barred()),
    places: async () =>
      readPlaces(store, { admins: await admins(), barred: await barred(), invited: await get('invited') }),
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

/** Reads it when it is first asked for, and never again. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= read();
    return asked;
  };
}

/** People whose second factor went off since a moment, by the newest entry that says so of each. */
async function readFactors(store: Store, since: number): Promise<FindingFacts['factors']> {
  const off = new Map<HistoryEntry['recordId'], HistoryEntry>();
  for (let before: number | undefined; ; ) {
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
    await breathe();
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
  return {
    defined: await readSeen(store, 'permission'),
    given: await readSeen(store, 'role'),
    sets: await readSeen(store, 'roleSet'),
    held: await countSeen(store, 'membership', 'role'),
  };
}
