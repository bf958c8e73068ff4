import { useWholeList } from '@renderer/bridge/use-list';
import type { Failure } from '@shared/contract/failure';
import type { Role } from '@shared/domain/records/record-map';
import { useMemo } from 'react';

export interface Roles {
  readonly roles: readonly Role[];
  /** Names of roles and of role sets, by key. */
  readonly names: ReadonlyMap<string, string>;
  /** They are on their way: that there are none is no answer yet. */
  readonly pending: boolean;
  readonly failure: Failure | undefined;
}

/** The instance's roles, and what its roles and role sets are called; there are a handful. */
export function useRoles(): Roles {
  const { rows, failure } = useWholeList('role', { sort: { field: 'createdAt', direction: 'asc' } });
  const { rows: sets } = useWholeList('roleSet', {});
  return useMemo(() => {
    const roles = rows ?? [];
    const names = new Map([...roles, ...(sets ?? [])].map(({ key, name }) => [key, name]));
    return { roles, names, pending: rows === undefined && failure === undefined, failure };
  }, [rows, sets, failure]);
}
