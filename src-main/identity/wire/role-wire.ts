import type { RemotePermission, RemoteRole } from '@shared/domain/records/role';
import { z } from 'zod';
import { wire, wireList } from './wire-fields';

/** Spec: `components.schemas.Permission`. */
export const PermissionWire = z.object({
  id: wire.id,
  key: wire.key,
  name: wire.text,
  description: wire.text,
  type: wire.text,
  created_at: wire.whole,
  updated_at: wire.whole,
});

/** Spec: `components.schemas.Role`. */
export const RoleWire = z.object({
  id: wire.id,
  key: wire.key,
  name: wire.text,
  description: wire.text,
  is_creator_eligible: wire.flag,
  permissions: wireList(z.object({ key: wire.key })),
  created_at: wire.whole,
  updated_at: wire.whole,
});

export function readPermission(wired: z.output<typeof PermissionWire>): RemotePermission {
  return {
    id: wired.id,
    key: wired.key,
    name: wired.name || wired.key,
    description: wired.description,
    type: wired.type,
    createdAt: wired.created_at,
    updatedAt: wired.updated_at,
  };
}

export function readRole(wired: z.output<typeof RoleWire>): RemoteRole {
  return {
    id: wired.id,
    key: wired.key,
    name: wired.name || wired.key,
    description: wired.description,
    isCreatorEligible: wired.is_creator_eligible,
    permissionKeys: wired.permissions.map(({ key }) => key).sort(),
    createdAt: wired.created_at,
    updatedAt: wired.updated_at,
  };
}
