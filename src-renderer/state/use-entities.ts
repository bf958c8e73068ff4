import { askedEntities, EntityName, entitiesOf } from '@shared/domain/entity';
import { useCapability } from './capabilities';
import { useWorkspace } from './use-session';

/** The kinds of records that the open workspace copies: in the order of a sweep, then what it copies when it is asked to. */
export function useEntities(): readonly EntityName[] {
  const scenario = useWorkspace()?.scenario;
  const platform = useCapability('platform');
  if (scenario === undefined) return EntityName.options;
  return [...entitiesOf(scenario, platform.state !== 'off'), ...askedEntities(scenario)];
}
