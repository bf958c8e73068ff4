import type { EntityName } from '../entity';
import { invitation } from './invitation';
import { membership } from './membership';
import { organization } from './organization';
import { permission } from './permission';
import { role } from './role';
import { type Rules, readOnly } from './rules';
import {
  allowlistIdentifier,
  blocklistIdentifier,
  instanceInvitation,
  redirectUrl,
  waitlistEntry,
} from './sign-up';
import { user } from './user';

const rules: Readonly<Record<EntityName, Rules>> = {
  settings: readOnly(0),
  application: readOnly(0),
  permission,
  role,
  organization,
  user,
  membership,
  invitation,
  instanceInvitation,
  waitlistEntry,
  allowlistIdentifier,
  blocklistIdentifier,
  redirectUrl,
};

export const rulesOf = (entity: EntityName): Rules => rules[entity];
