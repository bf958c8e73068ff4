import type { Adapters } from './adapter';
import { plan, subscriptionItem } from './billing';
import { apiKey, jwtTemplate, machine, oauthApplication } from './developers';
import { directory } from './directory';
import { domain } from './domain';
import { enterpriseConnection } from './enterprise-connection';
import { invitation } from './invitation';
import { membership } from './membership';
import { organization } from './organization';
import { organizationDomain } from './organization-domain';
import { permission } from './permission';
import { role } from './role';
import { roleSet } from './role-set';
import { settings } from './settings';
import {
  allowlistIdentifier,
  blocklistIdentifier,
  instanceInvitation,
  redirectUrl,
  waitlistEntry,
} from './sign-up';
import { template } from './template';
import { user } from './user';

/** How the Backend API is asked for every entity; null for what is a platform's and not an instance's. */
export const adapters: Adapters = {
  settings,
  application: null,
  permission,
  role,
  roleSet,
  organization,
  organizationDomain,
  enterpriseConnection,
  directory,
  user,
  membership,
  invitation,
  plan,
  subscriptionItem,
  instanceInvitation,
  waitlistEntry,
  allowlistIdentifier,
  blocklistIdentifier,
  redirectUrl,
  jwtTemplate,
  oauthApplication,
  machine,
  apiKey,
  template,
  domain,
  domainIntent: null,
  applicationTransfer: null,
  usageReading: null,
};
