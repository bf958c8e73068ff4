import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import type { Past } from '@shared/domain/history/rewind';
import type { RecordId } from '@shared/domain/ids';
import type { RemoteRecord } from '@shared/domain/records/record-map';

/** Old records with the names that history does not repeat: of roles, and of people and organizations where known. */
export async function nameOldRecords<E extends EntityName>(
  store: Store,
  entity: E,
  records: readonly RemoteRecord<E>[],
  pasts: ReadonlyMap<RecordId, Past>,
): Promise<readonly RemoteRecord<E>[]> {
  if (entity !== 'membership' && entity !== 'invitation') return records;
  const roles = new Map((await store.list('role', [])).map(({ key, name }) => [key, name]));
  const withRole = records.map((record) => {
    if (!('roleName' in record)) return record;
    return { ...record, roleName: roles.get(record.role) ?? record.roleName };
  });
  if (entity === 'invitation') return withRole;
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
    return {
      ...member,
      userName: user?.name ?? (past?.kind === 'whole' ? past.label : member.userId),
      userEmail: user?.email ?? '',
      organizationName: organizations.get(member.organizationId)?.name ?? '',
    };
  });
  return named as readonly RemoteRecord[] as readonly RemoteRecord<E>[];
}
