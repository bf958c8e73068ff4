import type { MiddlewareHandler } from 'hono';
import { organizationSettings } from '../rules/organization-settings';
import { refusals } from '../rules/refusals';
import { answer } from './answer';
import type { SandboxEnv } from './sandbox-env';

/** Refuses (403 `organization_not_enabled_in_instance`) where organizations are switched off. */
export const requireOrganizations: MiddlewareHandler<SandboxEnv> = async (c, next) =>
  organizationSettings(c.env.scope).enabled ? next() : answer(c, refusals.organizationsDisabled());
