import type { Scenario } from '@shared/domain/scenario';
import type { WorkspaceFile } from './workspace-file';

/** What a key opens: an instance's own key says so, and a platform's token opens production instances too. */
export function environmentOf(scenario: Scenario, apiKey: string): WorkspaceFile['environment'] {
  return scenario === 'platforms' || apiKey.startsWith('sk_live_') ? 'production' : 'development';
}
