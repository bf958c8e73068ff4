import type { Permission, Role } from '@shared/domain/records/record-map';

export type Holds = 'both' | 'one' | 'other';

type Named = Pick<Permission, 'key' | 'name' | 'description'>;

export interface Compared {
  readonly permission: Named;
  readonly holds: Holds;
}

export interface Comparison {
  /** What at least one of them holds, what differs first; each in the order given. */
  readonly rows: readonly Compared[];
  readonly counts: Readonly<Record<Holds, number>>;
}

/** Two roles by what they may do, with what is staged; a permission that no list has goes by its key. Pure. */
export function compareRoles(
  one: Pick<Role, 'permissionKeys'>,
  other: Pick<Role, 'permissionKeys'>,
  permissions: readonly Named[],
): Comparison {
  const listed = new Set(permissions.map(({ key }) => key));
  const unlisted = [...new Set([...one.permissionKeys, ...other.permissionKeys])]
    .filter((key) => !listed.has(key))
    .sort()
    .map((key) => ({ key, name: key, description: '' }));
  const rows = [...permissions, ...unlisted].flatMap((permission): Compared[] => {
    const [mine, theirs] = [one, other].map(({ permissionKeys }) => permissionKeys.includes(permission.key));
    if (!mine && !theirs) return [];
    return [{ permission, holds: mine && theirs ? 'both' : mine ? 'one' : 'other' }];
  });
  const count = (holds: Holds): number => rows.filter((row) => row.holds === holds).length;
  return {
    rows: rows.toSorted((a, b) => Number(a.holds === 'both') - Number(b.holds === 'both')),
    counts: { both: count('both'), one: count('one'), other: count('other') },
  };
}
