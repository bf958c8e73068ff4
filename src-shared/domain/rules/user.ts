import { t } from '../../language/t';
import { directoryManaged, provided } from './directory-managed';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean } from './seats';
import { accept, reject } from './validation';

/** What people are told apart by in one pool; the service takes each value once (spec, `POST /users`). */
const identifiers = ['email', 'username', 'phone', 'externalId'] as const;

/** Source: spec, `POST`, `PATCH` and `DELETE /users`, `/users/{user_id}/ban`, `/lock`. */
export const user: Rules = {
  ...readOnly(1, 13),
  create: (batch, recordId, values) => {
    const fault = firstFault(batch, 'user', values);
    if (fault !== null) return fault;
    const known = identifiers.map((field) => [field, String(values[field] ?? '').toLowerCase()] as const);
    const [, email = ''] = known[0] ?? [];
    const [, username = ''] = known[1] ?? [];
    const [, phone = ''] = known[2] ?? [];
    if (email === '' && username === '' && phone === '')
      return reject(
        'invalid-input',
        t('Nothing says who signs in: a person needs an email address, a phone number or a username.'),
        t('Give one of the three.'),
      );
    const taken = known.find(([field, value]) => value !== '' && batch.named.has(`user/${field}/${value}`));
    if (taken !== undefined)
      return reject(
        'invalid-input',
        t('{taken} is given to two people here.', { taken: taken[1] }),
        t('Keep one of the two.'),
      );
    for (const [field, value] of known) batch.named.add(`user/${field}/${value}`);
    const label = `${values.firstName ?? ''} ${values.lastName ?? ''}`.trim() || email || username || phone;
    const action = { verb: 'create', values } as const;
    return accept([{ entity: 'user', recordId, label, organizationId: '', action }], [], null);
  },
  guard: (world, record, path) =>
    'directoryId' in record && (path === undefined || provided.has(path))
      ? directoryManaged(world, record)
      : null,
  neverMadeWith: ['banned', 'locked'],
  remove: {},
  foreseen: () => clean,
  seats: ({ places, roles }, { action, recordId }) =>
    action.verb !== 'delete'
      ? null
      : (places?.get(recordId) ?? []).map(({ organizationId, role }) => ({
          organizationId,
          members: -1,
          pending: 0,
          admins: roles.get(role)?.elevated ? -1 : 0,
          limit: undefined,
          unguarded: true,
        })),
  unique: (values) => identifiers.some((field) => (values[field] ?? '') !== ''),
  undoDeletion: () => ({
    kind: 'impossible',
    reason: t('A deleted person does not come back: sign-in methods, memberships and metadata are gone.'),
  }),
};
