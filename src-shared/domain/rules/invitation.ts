import { t } from '../../language/t';
import { isEmail } from '../kinds/texts';
import type { RemoteRecord } from '../records/record-map';
import { rejectRole } from './absent';
import { isSeated, organizationFor } from './batch';
import { deprovisioned } from './directory-managed';
import { firstFault } from './first-fault';
import type { Rules } from './rules';
import { clean, heldRole, isMember, madeAgain, refused, seatFault } from './seats';
import { seatKey } from './staging-world';
import { accept, reject } from './validation';

export const invitation: Rules = {
  create: (batch, recordId, raw) => {
    const { organizationId, role, email } = raw as unknown as RemoteRecord<'invitation'>;
    if (!isEmail(email))
      return reject(
        'invalid-input',
        t('"{email}" is not an email address.', { email }),
        t('Correct the address.'),
      );
    const organization = organizationFor(batch, organizationId);
    if ('unusable' in organization) return reject('not-found', organization.unusable, organization.next);
    const roleName = batch.world.roles.get(role)?.name;
    if (roleName === undefined) return rejectRole(batch.world, role);
    if (isSeated(batch, organizationId, email))
      return reject(
        'invalid-input',
        t('{email} is in {name} already, or invited.', { email, name: organization.name }),
        t('Change the role of the membership, or revoke the invitation first.'),
      );
    const asked = batch.world.addressees?.get(email.toLowerCase());
    const out = asked === undefined ? null : deprovisioned(batch.world, asked);
    if (out !== null) return out;
    const odd = firstFault(batch, 'invitation', raw);
    if (odd !== null) return odd;
    batch.seated.add(seatKey(organizationId, email));
    const seed = {
      entity: 'invitation',
      recordId,
      label: t('{email} in {organization}', { email, organization: organization.name }),
      organizationId,
      action: { verb: 'create', values: raw },
      shows: { roleName },
    } as const;
    return accept([seed], [], { organizationId, members: 0, pending: 1, admins: 0, guarded: true });
  },
  remove: {
    refuse: (record) =>
      'status' in record && record.status !== 'pending'
        ? reject('invalid-input', t('Only a pending invitation can be revoked.'), t('Choose another one.'))
        : null,
    effect: (_, record) =>
      'organizationId' in record
        ? { organizationId: record.organizationId, members: 0, pending: -1, admins: 0, guarded: true }
        : null,
  },
  foreseen: (facts, intent, values) => {
    const email = String(values.email);
    const fault = seatFault(facts, intent, values);
    if (fault !== null) return fault;
    const held = heldRole(facts, intent, email);
    if (held !== undefined) return isMember(facts, held);
    const asked = facts.invited.get(seatKey(intent.organizationId, email));
    if (asked === undefined) return clean;
    return asked === values.role
      ? { verdict: 'no-op', theirs: asked, reason: t('This invitation stands on the service already.') }
      : refused(
          t('There is an invitation already, as {name}.', { name: facts.roles.get(asked)?.name ?? asked }),
          asked,
        );
  },
  phase: (_, { action }) => (action.verb === 'delete' ? 4 : 9),
  seats: (_, { action, organizationId }) => ({
    organizationId,
    members: 0,
    pending: action.verb === 'create' ? 1 : -1,
    admins: 0,
    limit: undefined,
  }),
  shared: true,
  unique: () => true,
  undoDeletion: (base) =>
    madeAgain(
      'invitation',
      base,
      ['organizationId', 'email', 'role', ...('publicMetadata' in base ? ['publicMetadata'] : [])],
      t('The link that was sent stops working: inviting again sends a new email.'),
    ),
  lasting: t('An email is sent: the invitation in it can be revoked, the email cannot.'),
};
