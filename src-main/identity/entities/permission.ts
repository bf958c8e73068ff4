import { wire } from '@shared/domain/kinds/wire';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { byKey, resource } from './resource';

const path = '/organization_permissions';

const plain = resource(
  'permission',
  path,
  recordReader('permission', {
    properties: { key: wire.key, name: wire.text },
    read: ({ key, name }) => ({ name: name || key }),
  }),
);

export const permission = { ...plain, find: byKey(path) } satisfies Adapter<'permission'>;
