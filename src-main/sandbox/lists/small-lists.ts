import type { Hono } from 'hono';
import type { SandboxEnv } from '../kit/sandbox-env';
import { apiKeyRoutes } from './api-keys';
import { planRoutes, subscriptionItemRoutes } from './billing';
import { connectionTestRoutes } from './connection-tests';
import { directoryRoutes } from './directories';
import { instanceDomainsRoutes, proxyCheckRoutes } from './domains';
import { enterpriseConnectionRoutes } from './enterprise-connections';
import { allowlistRoutes, blocklistRoutes } from './identifier-lists';
import { invitationRoutes } from './instance-invitations';
import { jwtTemplateRoutes } from './jwt-templates';
import { machineRoutes } from './machines';
import { oauthApplicationRoutes } from './oauth-applications';
import { redirectUrlRoutes } from './redirect-urls';
import { templateRoutes } from './templates';
import { waitlistRoutes } from './waitlist';

/** The small lists of an instance that stand at a path of their own. */
export const smallLists: readonly (readonly [path: string, routes: () => Hono<SandboxEnv>])[] = [
  ['/allowlist_identifiers', allowlistRoutes],
  ['/blocklist_identifiers', blocklistRoutes],
  ['/redirect_urls', redirectUrlRoutes],
  ['/enterprise_connections', enterpriseConnectionRoutes],
  ['/enterprise_connections', connectionTestRoutes],
  ['/directories', directoryRoutes],
  ['/jwt_templates', jwtTemplateRoutes],
  ['/oauth_applications', oauthApplicationRoutes],
  ['/machines', machineRoutes],
  ['/api_keys', apiKeyRoutes],
  ['/templates', templateRoutes],
  ['/domains', instanceDomainsRoutes],
  ['/proxy_checks', proxyCheckRoutes],
  ['/invitations', invitationRoutes],
  ['/waitlist_entries', waitlistRoutes],
  ['/billing/plans', planRoutes],
  ['/billing/subscription_items', subscriptionItemRoutes],
];
