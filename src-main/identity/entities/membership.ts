import { wire } from '@shared/domain/kinds/wire';
import { z } from 'zod';
import { type ApiCall, apiPath } from '../api-call';
import { decodeRecords } from '../decode-records';
import { textOf } from '../text-of';
import type { Adapter } from './adapter';
import { completeMembership } from './complete-record';
import { metadataCall } from './metadata-call';
import { recordReader } from './record-reader';
import { decodePage, decodeRecord, offsetPage } from './resource';

const reader = recordReader('membership', {
  properties: {
    role: wire.key,
    role_name: wire.text,
    public_user_data: z.object({
      user_id: wire.id,
      first_name: wire.text,
      last_name: wire.text,
      identifier: wire.text,
      username: wire.text,
    }),
  },
  read: ({ role, role_name: roleName, public_user_data: user }) => ({
    userName:
      `${user.first_name} ${user.last_name}`.trim() || user.username || user.identifier || user.user_id,
    userEmail: user.identifier.includes('@') ? user.identifier : '',
    roleName: roleName || role,
  }),
});

const List = z.object({ data: z.array(z.unknown()).nullable() });

/** There is no address of one membership for reading: the organization's list, filtered by the user, is the way to it. */
const listOf = (organizationId: string, userId: string): string =>
  apiPath`/organizations/${organizationId}/memberships?user_id=${userId}&limit=1`;

const own = ({ organizationId, userId }: { readonly organizationId: string; readonly userId: string }) =>
  apiPath`/organizations/${organizationId}/memberships/${userId}`;

export const membership: Adapter<'membership'> = {
  pagePath: (page) => `/organization_memberships?${offsetPage(page)}`,
  decodePage: decodePage(reader),
  onePath: ({ organizationId, userId }) => listOf(organizationId, userId),
  decodeOne: (body, known) => {
    const { id, userId } = known;
    const list = List.safeParse(body).data;
    if (list === undefined) return undefined;
    const completed = (list.data ?? []).map((raw) => completeMembership(raw, known));
    const { records, unread } = decodeRecords(completed, reader.schema, (wired) => reader.read(wired));
    const found = records.find((record) => record.id === id);
    if (found !== undefined) return found;
    // Somebody else's membership: the filter was not heeded, so that nothing is said about this one.
    const asked = unread.length === 0 && records.every((record) => record.userId === userId);
    return asked ? null : undefined;
  },
  parentPath: ({ organizationId }) => apiPath`/organizations/${organizationId}`,
  decodeAnswer: decodeRecord(reader),
  create: (values) => ({
    method: 'POST',
    path: apiPath`/organizations/${textOf(values, 'organizationId')}/memberships`,
    json: { user_id: textOf(values, 'userId'), role: textOf(values, 'role') },
  }),
  update: (record, field, value): ApiCall | null =>
    field === 'role'
      ? { method: 'PATCH', path: own(record), json: { role: value } }
      : metadataCall('membership', own(record), record, field, value),
  remove: (record) => ({ method: 'DELETE', path: own(record) }),
  find: (values) => {
    const userId = textOf(values, 'userId');
    const organizationId = textOf(values, 'organizationId');
    return {
      parent: apiPath`/organizations/${organizationId}`,
      paths: [listOf(organizationId, userId)],
      isLike: (record) => record.userId === userId,
    };
  },
};
