import { newInstance } from './new-instance';
import type { WorldSpec } from './world-spec';

/**
 * Lumen: a B2C product with 8,000 users at scale 1 and organizations switched off.
 *
 * The two default roles exist, as in every instance, but every organization endpoint answers 403
 * `organization_not_enabled_in_instance` until organizations are enabled in the organization settings.
 */
export const lumen: WorldSpec = {
  name: 'lumen',
  applications: (scale) => [
    {
      key: 'lumen',
      name: 'Lumen',
      scenario: 'b2c',
      environmentType: 'production',
      organizationsEnabled: false,
      counts: {
        organizations: 0,
        users: Math.round(8_000 * scale),
        memberships: 0,
        invitations: 0,
        personalAccounts: Math.round(8_000 * scale),
      },
      ...newInstance,
      platform: { domain: 'lumen.example', color: '#5b3df5', plan: 'growth', shownAs: 'Lumen' },
    },
  ],
};
