import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { withPastNames } from './past-names';
import type { Moment } from './read-moment';

/** Old records with the names that history does not repeat, as they were then: of roles, people and organizations. */
export async function nameOldRecords<E extends EntityName>(
  store: Store,
  entity: E,
  records: readonly RemoteRecord<E>[],
  { pasts, names }: Moment,
): Promise<readonly RemoteRecord<E>[]> {
  if (entity !== 'membership' && entity !== 'invitation') return records;
  const roles = new Map(
    (await store.list('role', [])).flatMap((row) => {
      const role = serverRow('role', row);
      return role === null ? [] : [[role.key, role.name] as const];
    }),
  );
  const withRole = records.map((record) => {
    const named: RemoteRecord = record;
    if (!('roleName' in named)) return record;
    return { ...record, roleName: roles.get(named.role) ?? named.roleName };
  });
  if (entity === 'invitation') return withRole.map((record) => withPastNames(record, names));
  const members = withRole as readonly RemoteRecord<'membership'>[];
  const nameless = members.filter(({ userName }) => userName === '');
  const users = await store.getMany(
    'user',
    nameless.map(({ userId }) => userId),
  );
  const organizations = await store.getMany(
    'organization',
    nameless.map(({ organizationId }) => organizationId),
  );
  const named = members.map((member) => {
    if (member.userName !== '') return member;
    const user = users.get(member.userId);
    const past = pasts.get(member.id);
    const organization = organizations.get(member.organizationId);
    return {
      ...member,
      userName: user?.name ?? (past?.kind === 'whole' ? past.label : member.userId),
      userEmail: user?.email ?? '',
      organizationName: (organization && serverRow('organization', organization)?.name) ?? '',
    };
  });
  return named.map((member) =>
    withPastNames(member, names),
  ) as readonly RemoteRecord[] as readonly RemoteRecord<E>[];
}
