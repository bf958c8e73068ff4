import type { Scenario } from '@shared/domain/scenario';
import { type ServiceName, services } from '@shared/domain/services';
import type { WorkspaceFile } from './workspace-file';

/** What a key opens: an instance's own key says so, and a platform's token opens production instances too. */
export function environmentOf(
  scenario: Scenario,
  apiKey: string,
  service: ServiceName = 'clerk',
): WorkspaceFile['environment'] {
  return scenario === 'platforms' || services[service].isLiveKey(apiKey) ? 'production' : 'development';
}
