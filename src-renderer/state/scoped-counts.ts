import { useCounts } from '@renderer/bridge/use-counts';
import type { EntityName } from '@shared/domain/entity';
import { scopedBy } from '@shared/domain/scoped-by';
import { useStatus } from './status-context';
import { useDataVersion } from './use-data-version';
import { useScope } from './use-scope';

/** How many records there are of each kind, within the scope while there is one; undefined while that is not known. */
export function useScopedCounts(entities: readonly EntityName[]): (entity: EntityName) => number | undefined {
  const status = useStatus();
  const scope = useScope();
  const asked = scope === null ? [] : entities.filter((entity) => scopedBy(entity) !== null);
  const counts = useCounts(
    asked.map((entity) => ({ entity, scope: scope ?? '' })),
    useDataVersion(),
  );
  return (entity) => {
    const place = asked.indexOf(entity);
    return place < 0 ? status?.counts[entity] : counts[place];
  };
}
