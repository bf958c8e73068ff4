import { application } from './application';
import { invitation } from './invitation';
import { membership } from './membership';
import { organization } from './organization';
import { permission, role } from './role';
import { settings } from './settings';
import { user } from './user';

/** Every kind of record that Tenantry copies from the service, in the order of a sweep: what others refer to comes first. */
export const models = {
  settings,
  application,
  permission,
  role,
  organization,
  user,
  membership,
  invitation,
} as const;
