import type { Store } from '@main/store/store';
import type { Filter } from '@shared/contract/page';
import { isElevated } from '@shared/domain/access';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import type { JsonObject } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';

const equals = (field: string, value: string): Filter => ({ field, op: 'eq', value });

/** Figures shown beside the rows of a page, by record id: one indexed count or look-up a row, never a scan. */
export async function pageExtras(
  store: Store,
  entity: EntityName,
  rows: readonly StoredRecord[],
): Promise<Record<string, JsonObject>> {
  const pairs = await extrasByEntity(store, entity, rows);
  return Object.fromEntries(pairs);
}

async function extrasByEntity(
  store: Store,
  entity: EntityName,
  rows: readonly StoredRecord[],
): Promise<readonly (readonly [string, JsonObject])[]> {
  switch (entity) {
    case 'organization':
      return organizationExtras(store, rows);
    case 'user':
      return Promise.all(
        rows.map(
          async ({ id }) =>
            [id, { organizations: await store.count('membership', [equals('userId', id)]) }] as const,
        ),
      );
    case 'invitation':
      return invitationExtras(store, rows);
    case 'membership':
      return membershipExtras(store, rows);
    case 'role':
    case 'permission':
    case 'settings':
    case 'application':
      return [];
  }
}

async function organizationExtras(store: Store, rows: readonly StoredRecord[]) {
  const roles = await store.list('role', []);
  const adminKeys = roles.filter((role) => isElevated(role.permissionKeys)).map((role) => role.key);
  return Promise.all(
    rows.map(async ({ id }) => {
      const inOrganization = equals('organizationId', id);
      const admins = await store.count('membership', [
        inOrganization,
        { field: 'role', op: 'in', value: adminKeys },
      ]);
      const invited = await store.count('invitation', [inOrganization, equals('status', 'pending')]);
      const members = await store.count('membership', [inOrganization]);
      return [id, { admins, members, invited }] as const;
    }),
  );
}

async function invitationExtras(store: Store, rows: readonly StoredRecord[]) {
  const organizationIds = new Map(
    rows.map(
      (row) => [row.id, 'organizationId' in row ? row.organizationId : RecordId.parse(row.id)] as const,
    ),
  );
  const organizations = await store.getMany('organization', [...new Set(organizationIds.values())]);
  return [...organizationIds].map(
    ([id, organizationId]) =>
      [id, { organizationName: organizations.get(organizationId)?.name ?? '' }] as const,
  );
}

/** What keeps the person of a membership out, wherever the membership is shown. */
async function membershipExtras(store: Store, rows: readonly StoredRecord[]) {
  const userIds = new Map(rows.flatMap((row) => ('userId' in row ? [[row.id, row.userId] as const] : [])));
  const users = await store.getMany('user', [...new Set(userIds.values())]);
  return [...userIds].map(([id, userId]) => {
    const user = users.get(userId);
    const { banned = false, locked = false, deprovisioned = false, directoryId = '' } = user ?? {};
    return [id, { banned, locked, deprovisioned, directoryId }] as const;
  });
}
