import { isJsonArray, type JsonValue } from '@shared/domain/json';
import { wire, wireList } from '@shared/domain/kinds/wire';
import { z } from 'zod';
import type { Adapter, Ids } from './adapter';
import { recordReader } from './record-reader';
import { byKey, resource } from './resource';

const path = '/organization_roles';

const plain = resource(
  'role',
  path,
  recordReader('role', {
    properties: { key: wire.key, name: wire.text, permissions: wireList(z.object({ key: wire.key })) },
    read: ({ key, name, permissions }) => ({
      name: name || key,
      permissionKeys: permissions.map((permission) => permission.key).sort(),
    }),
  }),
);

/** Permissions of a role are ids on the wire, and replaced as a whole. */
const idsOf = (keys: JsonValue | undefined, ids: Ids): readonly string[] =>
  keys !== undefined && isJsonArray(keys) ? keys.map((key) => ids.get(String(key)) ?? String(key)) : [];

export const role: Adapter<'role'> = {
  ...plain,
  create: (values, ids) => {
    const call = plain.create(values);
    const permissions = idsOf(values.permissionKeys, ids);
    return { ...call, json: { ...(call.json as object), ...(permissions.length > 0 && { permissions }) } };
  },
  update: (record, field, value, ids) =>
    field === 'permissionKeys'
      ? { method: 'PATCH', path: plain.onePath(record), json: { permissions: idsOf(value, ids) } }
      : plain.update(record, field, value),
  find: byKey(path),
};
