import type { JsonObject, JsonValue } from '@shared/domain/json';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { z } from 'zod';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { byKey, resource } from './resource';

const path = '/role_sets';
const Role = z.object({ key: wire.key });

const plain = resource(
  'roleSet',
  path,
  recordReader('roleSet', {
    properties: {
      roles: wireList(Role),
      default_role: Role.nullish(),
      creator_role: Role.nullish(),
      role_set_migration: z.object({ status: wire.text }).nullish(),
    },
    read: ({ roles, default_role: joins, creator_role: makes, role_set_migration: migration }) => ({
      roleKeys: roles.map(({ key }) => key).sort(),
      defaultRoleKey: joins?.key ?? '',
      creatorRoleKey: makes?.key ?? '',
      migration: migration?.status ?? '',
    }),
  }),
);

/** Roles are shown whole, and set by their keys. */
const sent: Readonly<Record<string, string>> = {
  roleKeys: 'roles',
  defaultRoleKey: 'default_role_key',
  creatorRoleKey: 'creator_role_key',
};

const rolesIn = (values: JsonObject): Record<string, JsonValue> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (sent[field] ? [[sent[field], value]] : [])),
  );

export const roleSet: Adapter<'roleSet'> = {
  ...plain,
  create: (values) => {
    const call = plain.create(values);
    return { ...call, json: { ...(call.json as object), ...rolesIn(values) } };
  },
  update: (record, field, value) =>
    sent[field] === undefined
      ? plain.update(record, field, value)
      : { method: 'PATCH', path: plain.onePath(record), json: rolesIn({ [field]: value }) },
  perform: (record, operation, values) => {
    if (operation === 'replace') {
      const json = { dest_role_set_key: values.by, reassignment_mappings: values.mappings };
      const call = { method: 'POST', path: `${plain.onePath(record)}/replace`, json } as const;
      return { shown: `POST ${call.path}`, of: () => [call] };
    }
    const own = `${plain.onePath(record)}/roles`;
    const adds = operation === 'addRoles';
    const json = adds ? { role_keys: values.roleKeys } : { role_key: values.from, to_role_key: values.to };
    const call = { method: 'POST', path: adds ? own : `${own}/replace`, json } as const;
    return { shown: `POST ${call.path}`, of: () => [call], answersRecord: true };
  },
  find: byKey(path),
};
