import { Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { answer, answerCrash } from '../kit/answer';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import { instanceDomainRoutes, organizationDomainRoutes } from '../lists/organization-domain-routes';
import { roleSetRoutes } from '../lists/role-set-routes';
import { smallLists } from '../lists/small-lists';
import { contactRoutes } from '../routes/contact-routes';
import { instanceInvitationRoutes } from '../routes/instance-invitation-routes';
import { instanceMembershipRoutes } from '../routes/instance-membership-routes';
import { instanceRoutes } from '../routes/instance-routes';
import { invitationRoutes } from '../routes/invitation-routes';
import { membershipRoutes } from '../routes/membership-routes';
import { organizationProfileRoutes } from '../routes/organization-profile-routes';
import { organizationRoutes } from '../routes/organization-routes';
import { permissionRoutes } from '../routes/permission-routes';
import { roleRoutes } from '../routes/role-routes';
import { sessionRoutes } from '../routes/session-routes';
import { testingTokenRoutes } from '../routes/testing-token-routes';
import { userAccessRoutes } from '../routes/user-access-routes';
import { userEditRoutes } from '../routes/user-edit-routes';
import { userRoutes } from '../routes/user-routes';
import { organizationSettings } from '../views/organization-settings';

/** Refuses (403 `organization_not_enabled_in_instance`) where organizations are switched off. */
const requireOrganizations: MiddlewareHandler<SandboxEnv> = async (c, next) =>
  organizationSettings(c.env.scope).enabled ? next() : answer(c, refusals.organizationsDisabled());

const organizationPaths = [
  '/organizations/*',
  '/organization_memberships/*',
  '/organization_roles/*',
  '/organization_permissions/*',
  '/organization_invitations/*',
  '/organization_domains/*',
  '/role_sets/*',
];

/**
 * The Backend API itself, without `/v1`, keys, limits and faults: those are the caller's (see `serve-call.ts`).
 *
 * Call `fetch(request, { scope, trace })`.
 */
export const createApi = (): Hono<SandboxEnv> => {
  const api = new Hono<SandboxEnv>();
  api.use(async (c, next) => {
    await next();
    c.env.trace.route = routePath(c, -1);
  });
  for (const path of organizationPaths) api.use(path, requireOrganizations);
  api.route('/instance', instanceRoutes());
  api.route('/email_addresses', contactRoutes('email_address'));
  api.route('/phone_numbers', contactRoutes('phone_number'));
  api.route('/sessions', sessionRoutes());
  api.route('/testing_tokens', testingTokenRoutes());
  api.route('/users', userRoutes());
  api.route('/users', userEditRoutes());
  api.route('/users', userAccessRoutes());
  api.route('/organization_memberships', instanceMembershipRoutes());
  api.route('/organizations', membershipRoutes());
  api.route('/organizations', invitationRoutes());
  api.route('/organizations', organizationDomainRoutes());
  api.route('/organization_domains', instanceDomainRoutes());
  api.route('/organizations', organizationProfileRoutes());
  api.route('/organizations', organizationRoutes());
  api.route('/organization_invitations', instanceInvitationRoutes());
  api.route('/organization_roles', roleRoutes());
  api.route('/organization_permissions', permissionRoutes());
  api.route('/role_sets', roleSetRoutes());
  for (const [path, routes] of smallLists) api.route(path, routes());
  api.notFound((c) => answer(c, refusals.notFound('The requested endpoint does not exist.')));
  api.onError(answerCrash);
  return api;
};
