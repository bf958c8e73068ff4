import type { MiddlewareHandler } from 'hono';
import { answer } from '../kit/answer';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import { organizationSettings } from '../views/organization-settings';

/** Refuses (403 `organization_not_enabled_in_instance`) where organizations are switched off. */
export const requireOrganizations: MiddlewareHandler<SandboxEnv> = async (c, next) =>
  organizationSettings(c.env.scope).enabled ? next() : answer(c, refusals.organizationsDisabled());
