import { t } from '../../language/t';
import type { RemoteRecord } from '../records/record-map';
import { rejectAbsent, rejectRole } from './absent';
import { isSeated, organizationFor } from './batch';
import { deprovisioned, directoryManaged } from './directory-managed';
import { type PlanFacts, serverOf } from './plan-facts';
import { roleEffect } from './role-effect';
import type { Rules } from './rules';
import { clean, heldRole, isMember, madeAgain, seatFault } from './seats';
import { recordIn, seatKey } from './staging-world';
import { accept, reject } from './validation';

export const membership: Rules = {
  create: (batch, recordId, raw) => {
    const { organizationId, userId, role } = raw as unknown as RemoteRecord<'membership'>;
    const organization = organizationFor(batch, organizationId);
    if ('unusable' in organization) return reject('not-found', organization.unusable, organization.next);
    const user = recordIn(batch.world, 'user', userId);
    if (user === undefined)
      return rejectAbsent(batch.world, 'user', userId, {
        none: t('There is no person {userId}.', { userId }),
        next: t('Choose one of the people, or invite by email.'),
      });
    const out = deprovisioned(batch.world, userId);
    if (out !== null) return out;
    const roleName = batch.world.roles.get(role)?.name;
    if (roleName === undefined) return rejectRole(batch.world, role);
    if (isSeated(batch, organizationId, userId))
      return reject(
        'invalid-input',
        t('{person} is a member of {organization} already.', {
          person: user.name,
          organization: organization.name,
        }),
        t('Change the role of the membership instead.'),
      );
    batch.seated.add(seatKey(organizationId, userId));
    const seed = {
      entity: 'membership',
      recordId,
      label: t('{member} in {organization}', { member: user.name, organization: organization.name }),
      organizationId,
      action: { verb: 'create', values: { organizationId, userId, role } },
      shows: {
        organizationName: organization.name,
        userName: user.name,
        userEmail: user.email,
        roleName,
      },
    } as const;
    return accept([seed], [], roleEffect(batch.world, organizationId, '', role));
  },
  guard: (world, record, path) => {
    if (!('userId' in record && 'role' in record)) return null;
    const person = recordIn(world, 'user', record.userId);
    // Whom the directory took out it does not put back.
    return path === undefined && person?.deprovisioned ? null : directoryManaged(world, person, record.role);
  },
  remove: {
    effect: (world, record) =>
      'organizationId' in record && 'role' in record
        ? roleEffect(world, record.organizationId, record.role, '')
        : null,
  },
  foreseen: (facts, intent, values) => {
    const fault = seatFault(facts, intent, values);
    if (fault !== null) return fault;
    const held = heldRole(facts, intent, String(values.userId));
    if (held === undefined) return clean;
    return held === values.role
      ? { verdict: 'no-op', theirs: held, reason: t('The person is a member already, in this role.') }
      : isMember(facts, held);
  },
  phase: (facts, intent) => {
    const admins = seats(facts, intent)?.admins ?? 0;
    if (admins < 0) return 7;
    if (intent.action.verb === 'create') return admins > 0 ? 6 : 8;
    return intent.action.verb === 'delete' ? 4 : 5;
  },
  seats,
  shared: true,
  unique: () => true,
  undoDeletion: (base) =>
    madeAgain(
      'membership',
      base,
      ['organizationId', 'userId', 'role'],
      t('Added again it is a new membership: metadata and joining date of this one are gone.'),
    ),
  lasting: '',
};

function seats(...[facts, { action, organizationId, recordId }]: Parameters<NonNullable<Rules['seats']>>) {
  const none = { organizationId, members: 0, pending: 0, admins: 0, limit: undefined };
  if (action.verb === 'create') return { ...none, members: 1, admins: admins(facts, action.values.role) };
  const held = admins(facts, serverOf(facts, 'membership', recordId)?.role ?? '');
  if (action.verb === 'delete') return { ...none, members: -1, admins: -held };
  return action.verb === 'update' && action.field === 'role'
    ? { ...none, admins: admins(facts, action.value) - held }
    : null;
}

/** How many admins somebody in a role is. */
const admins = ({ roles }: PlanFacts, role: unknown): number => (roles.get(String(role))?.elevated ? 1 : 0);
