import type { EntityName } from '../entity';
import { applicationTransfer, domainIntent } from './announced';
import { application } from './application';
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
import { type Rules, readOnly } from './rules';
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

const rules: Readonly<Record<EntityName, Rules>> = {
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
  plan: readOnly(0),
  subscriptionItem: readOnly(0),
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
  usageReading: readOnly(0),
};

export const rulesOf = (entity: EntityName): Rules => rules[entity];
