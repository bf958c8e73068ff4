import { go } from '@renderer/state/use-route';
import type { EntityName } from '@shared/domain/entity';

interface RecordPlace {
  readonly entity: EntityName;
  readonly recordId: string;
  /** '' for what belongs to none. */
  readonly organizationId: string;
}

/** Shows a record where it is at home: an organization on its page, what belongs to one on that page too. */
export function goToRecord({ entity, recordId, organizationId }: RecordPlace): void {
  switch (entity) {
    case 'organization':
      go('organization', { id: recordId, params: {} });
      break;
    case 'membership':
      go('organization', { id: organizationId, params: { member: recordId } });
      break;
    case 'invitation':
      go('organization', { id: organizationId, params: { tab: 'invitations', invitation: recordId } });
      break;
    case 'user':
      go('people', { id: recordId, params: {} });
      break;
    case 'role':
    case 'permission':
      go('roles');
      break;
    case 'application':
      go('applications', { id: recordId, params: {} });
      break;
    case 'settings':
      go('settings');
  }
}
