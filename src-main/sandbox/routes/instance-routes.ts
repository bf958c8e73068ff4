import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { withBody } from '../kit/answer-with';
import { readBody } from '../kit/read-body';
import type { SandboxEnv } from '../kit/sandbox-env';
import {
  updateCommunication,
  updateInstance,
  updateProtect,
  updateRestrictions,
} from '../rules/update-instance';
import { updateOrganizationSettings } from '../rules/update-organization-settings';
import { communicationView, instanceView, protectView } from '../views/instance-view';
import { organizationSettingsView } from '../views/organization-settings-view';

/** What a browser calls an origin: a scheme and a host, nothing after them. */
const origin = z
  .string()
  .regex(
    /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+$/i,
    'allowed_origins must be origins such as https://app.example.com.',
  );

const instanceBody = z.object({
  test_mode: z.boolean().nullish(),
  hibp: z.boolean().nullish(),
  support_email: z.union([z.email('support_email must be a valid email address.'), z.literal('')]).nullish(),
  clerk_js_version: z.string().nullish(),
  development_origin: z.union([z.url('development_origin must be a URL.'), z.literal('')]).nullish(),
  allowed_origins: z.array(origin).optional(),
  url_based_session_syncing: z.boolean().nullish(),
  preferred_sign_in_strategy_when_password_required: z.enum(['password', 'otp', '']).nullish(),
});

const settingsBody = z.object({
  enabled: z.boolean().nullish(),
  max_allowed_memberships: z.int().min(0).nullish(),
  admin_delete_enabled: z.boolean().nullish(),
  domains_enabled: z.boolean().nullish(),
  slug_disabled: z.boolean().nullish(),
  domains_enrollment_modes: z
    .array(z.enum(['manual_invitation', 'automatic_invitation', 'automatic_suggestion']))
    .optional(),
  creator_role_id: z.string().nullish(),
  domains_default_role_id: z.string().nullish(),
});

const restrictionsBody = z.object({
  allowlist: z.boolean().nullish(),
  blocklist: z.boolean().nullish(),
  allowlist_blocklist_disabled_on_sign_in: z.boolean().nullish(),
  block_email_subaddresses: z.boolean().nullish(),
  block_disposable_email_domains: z.boolean().nullish(),
});

const communicationBody = z.object({
  blocked_country_codes: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'Country codes are two capital letters.'))
    .max(250)
    .refine((codes) => new Set(codes).size === codes.length, 'Each country may be given once.')
    .nullish(),
});

/** Spec: nothing else may stand in it. */
const protectBody = z.strictObject({
  rules_enabled: z.boolean().nullish(),
  specter_enabled: z.boolean().nullish(),
});

/** `/instance`, its restrictions (which no call reads), communication and organization settings. `PATCH /instance` answers 204 without a body. */
export const instanceRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) => answer(c, { ok: true, value: instanceView(c.env.scope) }))
    .patch('/', async (c) => {
      const body = await readBody(c, instanceBody);
      if (!body.ok) return answer(c, body);
      const done = updateInstance(c.env.scope, body.value);
      return done.ok ? c.body(null, 204) : answer(c, done);
    })
    .patch('/restrictions', (c) =>
      withBody(c, restrictionsBody, (body) => updateRestrictions(c.env.scope, body)),
    )
    .get('/communication', (c) => answer(c, { ok: true, value: communicationView(c.env.scope) }))
    .patch('/communication', (c) =>
      withBody(c, communicationBody, (body) => updateCommunication(c.env.scope, body)),
    )
    .get('/protect', (c) => answer(c, { ok: true, value: protectView(c.env.scope) }))
    .patch('/protect', (c) => withBody(c, protectBody, (body) => updateProtect(c.env.scope, body)))
    .get('/organization_settings', (c) =>
      answer(c, { ok: true, value: organizationSettingsView(c.env.scope) }),
    )
    .patch('/organization_settings', (c) =>
      withBody(c, settingsBody, (body) => updateOrganizationSettings(c.env.scope, body)),
    );
