import type { EntityName } from '../entity';
import { invitation } from './invitation';
import { membership } from './membership';
import { organization } from './organization';
import { permission } from './permission';
import { type Rules, readOnly } from './rules';

const rules: Readonly<Record<EntityName, Rules>> = {
  settings: readOnly(0),
  application: readOnly(0),
  permission,
  role: readOnly(1, 11),
  organization,
  user: readOnly(1),
  membership,
  invitation,
};

export const rulesOf = (entity: EntityName): Rules => rules[entity];
