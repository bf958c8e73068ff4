import { configField } from './config-field';
import type { EntityName } from './entity';

/** How a field is edited and shown. */
export type FieldKind =
  | 'text'
  | 'slug'
  | 'seats'
  | 'flag'
  | 'role'
  | 'color'
  | 'email'
  | 'image'
  | 'permissions'
  /** A setting of an application's config: a flag, a number, a text or one of some words. */
  | 'config';

export interface EditableField {
  /** Field path in the record. */
  readonly path: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** Edits of fields with the same concern collide with each other; other fields merge. */
  readonly concern: string;
}

const branding = (path: string, label: string, kind: FieldKind): EditableField => ({
  path: `branding.${path}`,
  label,
  kind,
  concern: `branding.${path}`,
});

/** Every field that an update intent may name, by entity. */
export const editableFields: Readonly<Partial<Record<EntityName, readonly EditableField[]>>> = {
  organization: [
    { path: 'name', label: 'Name', kind: 'text', concern: 'name' },
    { path: 'slug', label: 'Slug', kind: 'slug', concern: 'slug' },
    { path: 'maxAllowedMemberships', label: 'Seats', kind: 'seats', concern: 'seats' },
    { path: 'adminDeleteEnabled', label: 'Admins may delete it', kind: 'flag', concern: 'adminDelete' },
    { path: 'logo', label: 'Logo', kind: 'image', concern: 'logo' },
    branding('displayName', 'Display name', 'text'),
    branding('signInTitle', 'Sign-in title', 'text'),
    branding('tagline', 'Tagline', 'text'),
    branding('primaryColor', 'Primary colour', 'color'),
    branding('backgroundColor', 'Background colour', 'color'),
    branding('textColor', 'Text colour', 'color'),
    branding('supportEmail', 'Support email', 'email'),
  ],
  membership: [{ path: 'role', label: 'Role', kind: 'role', concern: 'role' }],
  role: [
    { path: 'name', label: 'Name', kind: 'text', concern: 'name' },
    { path: 'description', label: 'Description', kind: 'text', concern: 'description' },
    { path: 'permissionKeys', label: 'Permissions', kind: 'permissions', concern: 'permissions' },
  ],
  application: [{ path: 'name', label: 'Name', kind: 'text', concern: 'name' }],
};

/** The editable field at a path, or undefined when that path cannot be edited. */
export function editableField(entity: EntityName, path: string): EditableField | undefined {
  const fixed = editableFields[entity]?.find((field) => field.path === path);
  return fixed ?? (entity === 'application' ? configField(path) : undefined);
}
