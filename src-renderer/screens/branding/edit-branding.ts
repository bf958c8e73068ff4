import { go } from '@renderer/state/use-route';

/** Goes to the form, where changes are staged. */
export function editBranding(organizationId: string): void {
  go('organization', { id: organizationId, params: { tab: 'branding' } });
}
