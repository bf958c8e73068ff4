import { useList } from '@renderer/bridge/use-list';
import type { Role } from '@shared/domain/records/record-map';
import { useMemo } from 'react';

export interface Roles {
  readonly roles: readonly Role[];
  /** Names by role key. */
  readonly names: ReadonlyMap<string, string>;
}

/** The instance's roles; there are a handful. */
export function useRoles(): Roles {
  const { rows } = useList('role', { limit: 200, sort: { field: 'createdAt', direction: 'asc' } });
  return useMemo(() => {
    const roles = rows ?? [];
    return { roles, names: new Map(roles.map(({ key, name }) => [key, name])) };
  }, [rows]);
}
