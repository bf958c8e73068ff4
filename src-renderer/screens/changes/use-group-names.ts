import { useList } from '@renderer/bridge/use-list';
import { useMemo } from 'react';

const most = 500;

/** Names of organizations by id, for headings; the ids stand in for what is not found. */
export function useGroupNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].filter((id) => id !== '').slice(0, most);
  const { rows } = useList(
    'organization',
    wanted.length === 0 ? null : { where: [{ field: 'id', op: 'in', value: wanted }], limit: most },
  );
  return useMemo(() => new Map((rows ?? []).map(({ id, name }) => [id as string, name])), [rows]);
}
