import { Hono } from 'hono';
import { answer } from '../http/answer';
import type { SandboxEnv } from '../http/sandbox-env';
import { instanceView } from '../views/instance-view';
import { organizationSettingsView } from '../views/organization-settings-view';

/** `/instance` and its organization settings. */
export const instanceRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) => answer(c, { ok: true, value: instanceView(c.env.scope) }))
    .get('/organization_settings', (c) =>
      answer(c, { ok: true, value: organizationSettingsView(c.env.scope) }),
    );
