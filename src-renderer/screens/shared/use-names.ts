import { useRecordsOf } from '@renderer/bridge/use-list';
import { notifyFailure } from '@renderer/state/notify';
import type { EntityName } from '@shared/domain/entity';
import { labelOf } from '@shared/domain/rules/label-of';
import { useEffect, useMemo } from 'react';

/** Ids that are asked for; of more, the later ones stand for themselves. */
const most = 5_000;

/** What records are called, by id, as far as they are here by now; why some are not is told once. */
export function useNames(entity: EntityName, ids: readonly string[]): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids)].filter((id) => id !== '').slice(0, most);
  const { rows, failure } = useRecordsOf(entity, wanted);
  const why = failure?.message;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same trouble is told once, however often it comes.
  useEffect(() => {
    if (failure !== undefined) notifyFailure(failure);
  }, [why]);
  return useMemo(
    () => new Map(rows.map((row) => [row.id as string, labelOf(entity, row, row.id)])),
    [entity, rows],
  );
}
