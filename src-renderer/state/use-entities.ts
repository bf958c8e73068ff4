import { EntityName, entitiesOf } from '@shared/domain/entity';
import { useCapability } from './capabilities';
import { useWorkspace } from './use-session';

/** The kinds of records that the open workspace copies, in the order of a sweep. */
export function useEntities(): readonly EntityName[] {
  const scenario = useWorkspace()?.scenario;
  const platform = useCapability('platform');
  return scenario === undefined ? EntityName.options : entitiesOf(scenario, platform.state !== 'off');
}
