import type { EngineStatus } from '@shared/contract/status';
import type { EntityName } from '@shared/domain/entity';
import { useStatus } from './status-context';

type Known = Pick<EngineStatus, 'freshness' | 'collections'> | undefined;

/** Whether it may be said that there is none of a kind: its list, or all of them, were copied to the end once. */
export const isNoneKnown = (status: Known, entity: EntityName): boolean =>
  status !== undefined &&
  (status.freshness.asOf > 0 ||
    status.collections.some((collection) => collection.entity === entity && collection.completedAt > 0));

/** A count as a screen may tell it: undefined for a zero that nobody has seen. */
export const knownCount = (
  status: Known,
  entity: EntityName,
  count: number | undefined,
): number | undefined => (count === 0 && !isNoneKnown(status, entity) ? undefined : count);

/** The same, by the status of now. */
export function useKnownCount(): (entity: EntityName, count: number | undefined) => number | undefined {
  const status = useStatus();
  return (entity, count) => knownCount(status, entity, count);
}
