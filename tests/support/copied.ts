import type { RecordPut } from '@main/store/store';
import { blankRecord } from '@shared/domain/blank-record';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { project } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';

const longAgo = Date.now() - 400 * 86_400_000;

/** A record as a sweep leaves it, made over a year ago. */
export function copied<E extends EntityName>(
  entity: E,
  id: string,
  values: Partial<RemoteRecord<E>>,
): RecordPut {
  const remote = { ...blankRecord(entity, RecordId.parse(id), longAgo), ...values } as RemoteRecord<E>;
  const record = project(entity, remote, [], { hash: 'h', sweep: 1, fetchedAt: 1 });
  if (record === null) throw new Error('a record of the service has a row');
  return { entity, record };
}

/** A membership of a person. */
export const member = (organizationId: string, userId: string, role = 'org:admin'): RecordPut =>
  copied('membership', `${organizationId}.${userId}`, {
    organizationId: RecordId.parse(organizationId),
    userId: RecordId.parse(userId),
    role,
  });

/** The role of an admin. */
export const adminRole = copied('role', 'role_1', {
  key: 'org:admin',
  name: 'Admin',
  permissionKeys: ['org:sys_memberships:manage', 'org:sys_memberships:read', 'org:sys_profile:delete'],
});
