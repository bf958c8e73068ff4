import { assertNever } from '../../assert-never';
import { isUnknownValue } from '../config-field';
import type { EditableField } from '../editable-fields';
import { isJsonArray, type JsonValue } from '../json';
import type { StagingWorld } from './staging-world';

/** Largest logo that can be staged, bytes. The service takes 10 MB; a store that keeps every edit should not. */
export const maxLogoBytes = 2_000_000;

const dataUri = /^data:image\/(?:png|jpeg|gif|webp);base64,([a-z0-9+/]+={0,2})$/i;
const email = /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/;

/**
 * What is wrong with a value for an editable field, as the end of a sentence; null when it can be staged.
 * Sources: the service's rules for names and slugs (spec, `POST /organizations`) and logos (`PUT …/logo`).
 */
export function valueFault(
  field: EditableField,
  value: JsonValue,
  world: Pick<StagingWorld, 'roles' | 'permissionKeys'>,
): string | null {
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string') return 'must be a text';
      if (value.length > 256) return 'must not be longer than 256 characters';
      if (field.path !== 'name') return null;
      if (value.trim() === '') return 'must not be empty';
      return /[<>]|https?:\/\/|www\./i.test(value) ? 'must not hold markup or links' : null;
    case 'slug':
      return typeof value === 'string' && /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(value) && value.length <= 256
        ? null
        : 'may hold lower-case letters, digits and single dashes between them only';
    case 'seats':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000_000
        ? null
        : 'must be a whole number from 0 (unlimited) upwards';
    case 'flag':
      return typeof value === 'boolean' ? null : 'must be on or off';
    case 'role':
      return typeof value === 'string' && world.roles.has(value) ? null : 'must be a role that exists';
    case 'color':
      return value === '' || (typeof value === 'string' && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value))
        ? null
        : 'must be a colour such as #1f6feb, or empty';
    case 'email':
      return value === '' || isEmail(value) ? null : 'must be an email address, or empty';
    case 'image':
      return imageFault(value);
    case 'config':
      return configFault(value);
    case 'permissions':
      if (typeof value !== 'object' || value === null || !isJsonArray(value)) return 'must be a list';
      return value.every((key) => typeof key === 'string' && world.permissionKeys.has(key))
        ? null
        : 'must hold permissions that exist';
    default:
      return assertNever(field.kind);
  }
}

export function isEmail(value: JsonValue): value is string {
  return typeof value === 'string' && value.length <= 254 && email.test(value);
}

/** What a setting allows is the service's to say: its dry run does. */
function configFault(value: JsonValue): string | null {
  if (isUnknownValue(value)) return 'cannot be set to a mask or to nothing';
  if (typeof value === 'string')
    return value.length > 2_000 ? 'must not be longer than 2,000 characters' : null;
  return typeof value === 'object' ? 'must be a flag, a number or a text' : null;
}

function imageFault(value: JsonValue): string | null {
  if (value === '') return null;
  const base64 = typeof value === 'string' ? dataUri.exec(value)?.[1] : undefined;
  if (base64 === undefined) return 'must be a PNG, JPEG, GIF or WebP image';
  return (base64.length * 3) / 4 > maxLogoBytes
    ? `must not be larger than ${maxLogoBytes / 1_000_000} MB`
    : null;
}
