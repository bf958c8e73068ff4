import { useRecord } from '@renderer/bridge/use-record';

/** Whether the instance has slugs of organizations switched off (spec: `OrganizationSettings.slug_disabled`). */
export function useSlugsOff(): boolean {
  return useRecord('settings', 'organization_settings').record?.values.slug_disabled === true;
}
