import type { Store } from '@main/store/store';
import type { AdminChange } from '@shared/contract/history';
import { isElevated } from '@shared/domain/access';
import type { RecordId } from '@shared/domain/ids';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { withPastNames } from './past-names';
import { pastRows } from './past-rows';
import { readMoment } from './read-moment';

type Member = RemoteRecord<'membership'>;

/**
 * Who was an admin at one end of a span of history and not at the other: because the membership changed, or because its
 * role was given or lost the permissions that make an admin.
 */
export async function adminChanges(
  store: Store,
  { after, upTo }: { readonly after: number; readonly upTo: number },
  organizationId: string | undefined,
): Promise<readonly AdminChange[]> {
  const [elevatedBefore, elevatedAfter] = [await elevatedAt(store, after), await elevatedAt(store, upTo)];
  const [early, late] = [
    await readMoment(store, 'membership', { seq: after }),
    await readMoment(store, 'membership', { seq: upTo }),
  ];
  const before = await pastRows(store, 'membership', early);
  const then = await pastRows(store, 'membership', late);
  const members = new Map<RecordId, { before: Member | undefined; after: Member | undefined }>();
  for (const id of new Set([...before.now.keys(), ...before.was.keys()])) {
    const untouched = then.was.has(id) || then.now.has(id) ? undefined : before.now.get(id);
    const held = untouched === undefined ? null : serverRow('membership', untouched);
    members.set(id, { before: before.was.get(id), after: then.was.get(id) ?? held ?? undefined });
  }
  const flipped = [...new Set([...elevatedBefore, ...elevatedAfter])].filter(
    (key) => elevatedBefore.has(key) !== elevatedAfter.has(key),
  );
  if (flipped.length > 0)
    for (const row of await store.list('membership', [{ field: 'role', op: 'in', value: flipped }]))
      if (!members.has(row.id)) members.set(row.id, { before: row, after: row });
  return [...members.values()].flatMap(({ before: was, after: is }): AdminChange[] => {
    const member = is ? withPastNames(is, late.names) : was;
    const [held, holds] = [elevatedBefore.has(was?.role ?? ''), elevatedAfter.has(is?.role ?? '')];
    if (member === undefined || held === holds) return [];
    if (organizationId !== undefined && member.organizationId !== organizationId) return [];
    return [
      {
        change: holds ? 'gained' : 'lost',
        membershipId: member.id,
        organizationId: member.organizationId,
        organizationName: member.organizationName,
        userId: member.userId,
        userName: member.userName,
        roleBefore: was?.role ?? '',
        roleAfter: is?.role ?? '',
      },
    ];
  });
}

/** Keys of the roles that made an admin when the chain ended at `seq`. */
async function elevatedAt(store: Store, seq: number): Promise<ReadonlySet<string>> {
  const { now, was } = await pastRows(store, 'role', await readMoment(store, 'role', { seq }));
  const same = (await store.list('role', [])).filter(({ id }) => !now.has(id) && !was.has(id));
  return new Set(
    [...same, ...was.values()]
      .filter(({ permissionKeys }) => isElevated(permissionKeys))
      .map(({ key }) => key),
  );
}
