import { useList } from '@renderer/bridge/use-list';
import type { EntityName } from '@shared/domain/entity';
import { labelOf } from '@shared/domain/rules/label-of';
import { useMemo } from 'react';

const most = 500;

/** What records are called, by id, asked for as one list; the ids stand in for what is not found. */
export function useNames(entity: EntityName, ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].filter((id) => id !== '').slice(0, most);
  const { rows } = useList(
    entity,
    wanted.length === 0 ? null : { where: [{ field: 'id', op: 'in', value: wanted }], limit: most },
  );
  return useMemo(
    () => new Map((rows ?? []).map((row) => [row.id as string, labelOf(entity, row, row.id)])),
    [entity, rows],
  );
}
