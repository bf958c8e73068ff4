import type { KnownCopy } from '@main/access/create-access';
import { type Capabilities, capabilitiesOf } from '@shared/domain/capabilities';
import { EntityName } from '@shared/domain/entity';

/** What is known of a service that shows every list. */
export const everyList = async (): Promise<Capabilities> =>
  capabilitiesOf({ entities: EntityName.options, failures: new Map(), organizationSettings: null });

/** What is known of a copy that lacks nothing. */
export const wholeCopy: KnownCopy = {
  capabilities: everyList,
  walked: async () => ({ ended: true, since: 0, unread: 0, failure: null }),
};
