import { isProvisional, type RecordId } from '../ids';
import type { JsonObject } from '../json';
import { isEmail } from '../kinds/texts';
import { creationValues } from '../models/creation-values';
import type { RemoteRecord } from '../records/record-map';
import { type Batch, isSeated, organizationFor } from './batch';
import { accept, type Judgement, reject } from './judgement';
import { seatKey } from './staging-world';

/** Whether an email address can be invited into an organization, which may itself be staged. */
export function judgeNewInvitation(batch: Batch, recordId: RecordId, raw: JsonObject): Judgement {
  const decoded = creationValues('invitation', raw);
  if (!isProvisional(recordId) || decoded === null)
    return reject(
      'invalid-input',
      'An invitation was described wrongly.',
      'Name organization, email and role.',
    );
  const { organizationId, role, email: typed } = decoded as RemoteRecord<'invitation'>;
  const email = typed.trim();
  if (!isEmail(email))
    return reject('invalid-input', `"${email}" is not an email address.`, 'Correct the address.');
  const organization = organizationFor(batch, organizationId);
  if ('unusable' in organization)
    return reject('not-found', organization.unusable, 'Choose another organization.');
  const roleName = batch.world.roles.get(role)?.name;
  if (roleName === undefined)
    return reject('invalid-input', `There is no role ${role}.`, 'Choose another role.');
  if (isSeated(batch, organizationId, email))
    return reject(
      'invalid-input',
      `${email} is in ${organization.name} already, or invited.`,
      'Change the role of the membership, or revoke the invitation first.',
    );
  batch.seated.add(seatKey(organizationId, email));
  return accept(
    [
      {
        entity: 'invitation',
        recordId,
        label: `${email} in ${organization.name}`,
        organizationId,
        action: { verb: 'create', values: { organizationId, email, role } },
        shows: { roleName },
      },
    ],
    [],
    { organizationId, members: 0, pending: 1, admins: 0, guarded: true },
  );
}
