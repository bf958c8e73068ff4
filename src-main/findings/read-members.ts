import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { isElevated } from '@shared/domain/access';
import { standing } from '@shared/domain/figures/standing';
import type { FindingFacts, Holder, Place, Seen } from '@shared/domain/findings/finding-facts';
import { byAge } from '@shared/domain/records/by-age';
import { countSeen, readById, readSeen, seenOf } from './read-seen';

export type Members = readonly Holder['member'][];
/** People by id who are banned, locked or deprovisioned. */
export type Barred = ReadonlyMap<string, Seen<'user'>>;

/** Memberships with a role that may change who belongs to an organization. */
export async function readAdmins(store: Store): Promise<Members> {
  const grants = await readSeen(store, 'role');
  const keys = grants.filter(({ row }) => isElevated(row.permissionKeys)).map(({ row }) => row.key);
  const all = await readSeen(store, 'membership', [{ field: 'role', op: 'in', value: keys }]);
  return all.filter(({ row }) => keys.includes(row.role));
}

/** Those whose person is copied. */
export async function withPeople(store: Store, members: Members): Promise<readonly Holder[]> {
  const people = await readById(
    store,
    'user',
    members.map(({ row }) => row.userId),
  );
  return members.flatMap((member) => holders(member, people));
}

const holders = (
  member: Seen<'membership'>,
  people: ReadonlyMap<string, Seen<'user'>>,
): readonly Holder[] => {
  const person = people.get(member.row.userId);
  return person === undefined ? [] : [{ member, person }];
};

export async function readBarred(store: Store): Promise<Barred> {
  const found = await readSeen(store, 'user', [{ field: 'barred', op: 'eq', value: true }]);
  const barred = found.filter(({ row }) => row.banned || row.locked || row.deprovisioned);
  return new Map(barred.map((person) => [String(person.row.id), person]));
}

/** Memberships of those who are banned or deprovisioned; being locked passes. */
export async function readBarredMembers(store: Store, barred: Barred): Promise<readonly Holder[]> {
  const people = new Map([...barred].filter(([, { row }]) => row.banned || row.deprovisioned));
  const rows = await listIn(store, 'membership', { field: 'userId', values: people.keys() });
  return rows.flatMap((row) => seenOf('membership', row)).flatMap((member) => holders(member, people));
}

/** Organizations with what is copied of each. */
export async function readPlaces(
  store: Store,
  { admins, barred, invited }: { admins: Members; barred: Barred; invited: FindingFacts['invited'] },
): Promise<readonly Place[]> {
  const [able, unable, asked] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const { row } of admins) countOne(barred.has(row.userId) ? unable : able, row.organizationId);
  for (const { row } of invited) countOne(asked, row.organizationId);
  const members = await countSeen(store, 'membership', 'organizationId');
  const plans = await readPlans(store);
  return (await readSeen(store, 'organization')).map((home) => ({
    home,
    members: members.get(home.row.id) ?? 0,
    admins: able.get(home.row.id) ?? 0,
    barredAdmins: unable.get(home.row.id) ?? 0,
    invited: asked.get(home.row.id) ?? 0,
    plan: plans.get(home.row.id) ?? null,
  }));
}

const countOne = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** The newest subscription of each organization that holds now, whether it says something of seats or not. */
async function readPlans(store: Store): Promise<ReadonlyMap<string, NonNullable<Place['plan']>>> {
  const items = await readSeen(store, 'subscriptionItem');
  return new Map(
    items
      .filter(({ row }) => standing.values.some((status) => status === row.status))
      .toSorted((a, b) => byAge(a.row, b.row))
      .map(({ row }) => [row.organizationId, { name: row.planName, seats: row.seats }]),
  );
}
