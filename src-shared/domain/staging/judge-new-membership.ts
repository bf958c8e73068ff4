import { isProvisional, type RecordId } from '../ids';
import type { JsonObject } from '../json';
import { creationValues } from '../models/creation-values';
import type { RemoteRecord } from '../records/record-map';
import { type Batch, isSeated, organizationFor } from './batch';
import { deprovisioned } from './directory-managed';
import { accept, type Judgement, reject } from './judgement';
import { roleEffect } from './role-effect';
import { recordIn, seatKey } from './staging-world';

/** Whether a person can be made a member of an organization, which may itself be staged. */
export function judgeNewMembership(batch: Batch, recordId: RecordId, raw: JsonObject): Judgement {
  const decoded = creationValues('membership', raw);
  if (!isProvisional(recordId) || decoded === null)
    return reject(
      'invalid-input',
      'A new membership was described wrongly.',
      'Name organization, person and role.',
    );
  const { organizationId, userId, role } = decoded as RemoteRecord<'membership'>;
  const organization = organizationFor(batch, organizationId);
  if ('unusable' in organization)
    return reject('not-found', organization.unusable, 'Choose another organization.');
  const user = recordIn(batch.world, 'user', userId);
  if (user === undefined)
    return reject(
      'not-found',
      `There is no person ${userId}.`,
      'Choose one of the people, or invite by email.',
    );
  const out = deprovisioned(batch.world, userId);
  if (out !== null) return out;
  const roleName = batch.world.roles.get(role)?.name;
  if (roleName === undefined)
    return reject('invalid-input', `There is no role ${role}.`, 'Choose another role.');
  if (isSeated(batch, organizationId, userId))
    return reject(
      'invalid-input',
      `${user.name} is a member of ${organization.name} already.`,
      'Change the role of the membership instead.',
    );
  batch.seated.add(seatKey(organizationId, userId));
  return accept(
    [
      {
        entity: 'membership',
        recordId,
        label: `${user.name} in ${organization.name}`,
        organizationId,
        action: { verb: 'create', values: { organizationId, userId, role } },
        shows: {
          organizationName: organization.name,
          userName: user.name,
          userEmail: user.email,
          roleName,
        },
      },
    ],
    [],
    roleEffect(batch.world, organizationId, '', role),
  );
}
