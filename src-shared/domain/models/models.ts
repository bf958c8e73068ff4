import { apiKey } from './api-key';
import { application } from './application';
import { applicationTransfer } from './application-transfer';
import { plan, subscriptionItem } from './billing';
import { directory } from './directory';
import { domain } from './domain';
import { domainIntent } from './domain-intent';
import { enterpriseConnection } from './enterprise-connection';
import { allowlistIdentifier, blocklistIdentifier } from './identifier-list';
import { instanceInvitation } from './instance-invitation';
import { invitation } from './invitation';
import { jwtTemplate } from './jwt-template';
import { machine } from './machine';
import { membership } from './membership';
import { oauthApplication } from './oauth-application';
import { organization } from './organization';
import { organizationDomain } from './organization-domain';
import { redirectUrl } from './redirect-url';
import { permission, role } from './role';
import { roleSet } from './role-set';
import { settings } from './settings';
import { template } from './template';
import { usageReading } from './usage-reading';
import { user } from './user';
import { waitlistEntry } from './waitlist-entry';

/** Every kind of record that Tenantry copies from the service, in the order of a sweep: what others refer to comes first. */
export const models = {
  settings,
  application,
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
  domainIntent,
  applicationTransfer,
  usageReading,
} as const;
