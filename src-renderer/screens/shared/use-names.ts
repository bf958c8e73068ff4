import { useRecordsOf } from '@renderer/bridge/use-list';
import type { EntityName } from '@shared/domain/entity';
import { labelOf } from '@shared/domain/rules/label-of';
import { useMemo } from 'react';

/** Ids that are asked for; of more, the later ones stand for themselves. */
const most = 5_000;

/** What records are called, by id, as far as they are here by now. */
export function useNames(entity: EntityName, ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].filter((id) => id !== '').slice(0, most);
  const rows = useRecordsOf(entity, wanted);
  return useMemo(
    () => new Map(rows.map((row) => [row.id as string, labelOf(entity, row, row.id)])),
    [entity, rows],
  );
}
