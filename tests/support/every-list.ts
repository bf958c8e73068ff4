import { type Capabilities, capabilitiesOf } from '@shared/domain/capabilities';
import { EntityName } from '@shared/domain/entity';

/** What is known of a service that shows every list. */
export const everyList = async (): Promise<Capabilities> =>
  capabilitiesOf({ entities: EntityName.options, failures: new Map(), organizationSettings: null });
