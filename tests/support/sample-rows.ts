import type { RecordPut } from '@main/store/store';
import { blankRecord } from '@shared/domain/blank-record';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { project } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';

const permissions = ['org:sys_memberships:manage', 'org:sys_memberships:read', 'org:sys_profile:delete'];

/** A record as it lies in the store after a sync. */
export function synced<E extends EntityName>(entity: E, remote: RemoteRecord<E>): RecordPut {
  const record = project(entity, remote, [], { hash: 'h', sweep: 1, fetchedAt: 1 });
  if (record === null) throw new Error('a server row always has a visible row');
  return { entity, record };
}

function role(key: string, name: string, permissionKeys: string[]): RecordPut {
  return synced('role', {
    ...blankRecord('role', RecordId.parse(`role_${name}`), 1),
    key,
    name,
    permissionKeys,
  });
}

/** Three permissions, and the roles admin (all of them), member (one) and viewer (none). */
export function roles(): RecordPut[] {
  return [
    ...permissions.map((key) =>
      synced('permission', { ...blankRecord('permission', RecordId.parse(key), 1), key }),
    ),
    role('org:admin', 'Admin', permissions),
    role('org:member', 'Member', ['org:sys_memberships:read']),
    role('org:viewer', 'Viewer', []),
  ];
}
