import { wire } from '@shared/domain/kinds/wire';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { bearsName, textOf } from '../text-of';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { resource } from './resource';

const path = '/directories';
type Directory = RemoteRecord<'directory'>;
type Groups = Pick<Directory, 'groupRoles' | 'groupNames'>;

/** Spec: `components/responses/DirectoryGroupRoleMapping.List`, ordered by precedence. */
const Mappings = z.object({
  data: z.array(
    z.object({
      directory_group_id: z.string(),
      directory_group_display_name: wire.text,
      role: z.object({ key: z.string() }).nullish(),
    }),
  ),
});

/** The groups are a list of their own: what is read of the directory alone leaves them as they were known. */
const knownGroups = (known: StoredRecord<'directory'> | undefined): Groups => {
  const held = known && serverRow('directory', known);
  return { groupRoles: held?.groupRoles ?? [], groupNames: held?.groupNames ?? {} };
};

function groupsIn(body: unknown): Groups | undefined {
  const list = Mappings.safeParse(body).data?.data;
  return (
    list && {
      groupRoles: list.map(({ directory_group_id: group, role }) => ({ group, role: role?.key ?? '' })),
      groupNames: Object.fromEntries(
        list.map(({ directory_group_id: id, directory_group_display_name: name }) => [id, name || id]),
      ),
    }
  );
}

const plain = resource(
  'directory',
  path,
  recordReader('directory', {
    properties: { enterprise_connection_id: wire.text },
    read: ({ enterprise_connection_id: connection }, known) => ({
      enterpriseConnectionId: connection,
      ...knownGroups(known),
    }),
  }),
);

const groupsPath = (id: string): string => path + apiPath`/${id}/group_role_mappings`;

export const directory: Adapter<'directory'> = {
  ...plain,
  // The list has no order of its own (spec).
  pagePath: ({ limit, offset }) => `${path}?limit=${limit}&offset=${offset}`,
  within: {
    path: ({ id }) => groupsPath(id),
    read: (record, body) => {
      const groups = groupsIn(body);
      return groups && { ...record, ...groups };
    },
    fields: ['groupRoles', 'groupNames'],
  },
  create: ({ enterpriseConnectionId, ...values }) => {
    const call = plain.create(values);
    return { ...call, json: { ...(call.json as object), enterprise_connection_id: enterpriseConnectionId } };
  },
  update: (record, field, value, roleIds) => {
    const [head, ...keys] = field.split('.');
    // Entries are merged into those that are there, and null takes one out (spec).
    if (head === 'attributeMapping') {
      const path = plain.onePath(record);
      return { method: 'PATCH', path, json: { attribute_mapping: { [keys.join('.')]: value } } };
    }
    return field === 'groupRoles'
      ? {
          method: 'PUT',
          path: groupsPath(record.id),
          json: {
            mappings: (value as Directory['groupRoles']).map(({ group, role }) => ({
              directory_group_id: group,
              role_id: roleIds.get(role) ?? role,
            })),
          },
        }
      : plain.update(record, field, value);
  },
  roleKeys: (_, field, value) =>
    field === 'groupRoles' ? (value as Directory['groupRoles']).map(({ role }) => role) : [],
  decodeAnswer: (body, known, sent) => {
    if (sent?.field !== 'groupRoles' || known === undefined) return plain.decodeAnswer(body, known);
    const groups = groupsIn(body);
    const held = serverRow('directory', known);
    return groups && held ? { ...held, ...groups } : undefined;
  },
  secretIn: ['api_key'],
  perform: (record) => {
    const call = { method: 'POST', path: `${plain.onePath(record)}/rotate_api_key`, json: {} } as const;
    return { shown: `POST ${call.path}`, of: () => [call] };
  },
  find: (values) => ({
    // The connection is optional in an answer (spec): a directory that names none may be the one.
    isLike: (record) => {
      const { enterpriseConnectionId: connection } = record;
      const fits = connection === '' || connection === textOf(values, 'enterpriseConnectionId');
      return fits && bearsName(record, values);
    },
  }),
};
