import type { Permission, Role } from '@shared/domain/records/record-map';

export type Holds = 'both' | 'one' | 'other';

export interface Compared {
  readonly permission: Permission;
  readonly holds: Holds;
}

export interface Comparison {
  /** What at least one of them holds, what differs first; each in the order given. */
  readonly rows: readonly Compared[];
  readonly counts: Readonly<Record<Holds, number>>;
}

/** Two roles by what they may do, with what is staged. Pure. */
export function compareRoles(
  one: Pick<Role, 'permissionKeys'>,
  other: Pick<Role, 'permissionKeys'>,
  permissions: readonly Permission[],
): Comparison {
  const rows = permissions.flatMap((permission): Compared[] => {
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
