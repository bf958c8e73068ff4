import { go } from '@renderer/state/use-route';
import type { Change } from './change';

/** Shows the record that a change is about, in its own screen. */
export function openRecord({ entity, recordId, organizationId }: Change): void {
  switch (entity) {
    case 'organization':
      go('organizations', { id: recordId, params: {} });
      break;
    case 'membership':
      go('memberships', { id: recordId, params: { org: organizationId } });
      break;
    case 'user':
      go('people', { id: recordId, params: {} });
      break;
    case 'invitation':
      go('organizations', { id: organizationId, params: {} });
      break;
    case 'role':
    case 'permission':
      go('roles');
      break;
    case 'settings':
      go('settings');
  }
}
