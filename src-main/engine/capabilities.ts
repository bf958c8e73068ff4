import type { Store } from '@main/store/store';
import type { Sync } from '@main/sync/create-sync';
import type { CollectionProgress } from '@shared/contract/status';
import { type Capabilities, capabilitiesOf } from '@shared/domain/capabilities';
import type { EntityName } from '@shared/domain/entity';
import type { Failure } from '@shared/domain/failure';
import { RecordId } from '@shared/domain/ids';

export interface KnownCapabilities {
  /** As the service told last: a list that is being walked again has no word on it, and stays what it was. */
  read(): Promise<Capabilities>;
}

interface Parts {
  readonly store: Store;
  readonly sync: Pick<Sync, 'status' | 'subscribe'>;
  readonly entities: readonly EntityName[];
  /** What the service has not, whatever it is asked. */
  readonly lacks?: Capabilities | undefined;
}

const organizationSettings = RecordId.parse('organization_settings');

/** What the service has and lets this key do, by the lists that sync walks and the settings that it copies. */
export function createCapabilities({ store, sync, entities, lacks }: Parts): KnownCapabilities {
  const failures = new Map<EntityName, Failure>();
  const look = (): void => {
    for (const { entity, phase, failure } of sync.status().collections)
      learn(failures, { entity, phase, failure });
  };
  sync.subscribe(look);
  look();
  return {
    read: async () => {
      const settings = await store.get('settings', organizationSettings);
      const found = capabilitiesOf({ entities, failures, organizationSettings: settings?.values ?? null });
      return { ...found, ...lacks };
    },
  };
}

function learn(
  failures: Map<EntityName, Failure>,
  { entity, phase, failure }: Pick<CollectionProgress, 'entity' | 'phase' | 'failure'>,
): void {
  if (phase === 'done') failures.delete(entity);
  else if (phase === 'failed' && failure !== null) failures.set(entity, failure);
}
