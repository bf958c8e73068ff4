import { wire } from '@shared/domain/kinds/wire';
import { recordReader } from './record-reader';
import { resource } from './resource';

export const permission = resource(
  'permission',
  '/organization_permissions',
  recordReader('permission', {
    properties: { key: wire.key, name: wire.text },
    read: ({ key, name }) => ({ name: name || key }),
  }),
);
