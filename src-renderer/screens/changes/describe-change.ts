import { fieldText } from '@renderer/screens/shared/field-text';
import { editableField } from '@shared/domain/editable-fields';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { isJsonArray, type JsonObject, type JsonValue } from '@shared/domain/json';
import type { Change } from './change';

export interface ChangeText {
  /** `Seats`, `New membership`, `Removal`. */
  readonly what: string;
  /** The value it comes from; undefined when there is none, or when `after` tells both. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A change in the words of the interface. `roleNames` maps role keys to names. */
export function describeChange(change: Change, roleNames: ReadonlyMap<string, string>): ChangeText {
  const { entity, verb, field, base, mine } = change;
  if (verb === 'delete') return { what: removals[entity] ?? 'Removal', before: undefined, after: undefined };
  if (verb === 'create')
    return {
      what: `New ${entityWords[entity].one}`,
      before: undefined,
      after: creationText(mine as JsonObject, roleNames),
    };
  const what = editableField(entity, field)?.label ?? field;
  if (field === 'permissionKeys') return { what, before: undefined, after: listChange(base, mine) };
  return { what, before: fieldText(field, base, roleNames), after: fieldText(field, mine, roleNames) };
}

/** `Role of Dana in Acme: Member → Admin`: the whole change as one line. */
export function changeTitle(change: Change, roleNames: ReadonlyMap<string, string>): string {
  const { what, before, after } = describeChange(change, roleNames);
  const values = before === undefined ? after : `${before} → ${after}`;
  const head = change.verb === 'update' ? `${what} of ${change.label}` : `${what}: ${change.label}`;
  return values === undefined || values === '' ? head : `${head}: ${values}`;
}

const removals: Readonly<Partial<Record<EntityName, string>>> = {
  organization: 'Deletion',
  role: 'Deletion',
  permission: 'Deletion',
  invitation: 'Revocation',
};

/** What a new record is made with, as far as a reader cares. */
function creationText(values: JsonObject, roleNames: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  if (typeof values.slug === 'string' && values.slug !== '') parts.push(values.slug);
  if (values.role !== undefined) parts.push(`as ${fieldText('role', values.role, roleNames)}`);
  if (typeof values.maxAllowedMemberships === 'number')
    parts.push(
      values.maxAllowedMemberships === 0 ? 'unlimited seats' : `${values.maxAllowedMemberships} seats`,
    );
  return parts.join(', ');
}

/** `+ org:reports:read, − org:billing:manage`. */
function listChange(base: JsonValue, mine: JsonValue): string {
  const before = texts(base);
  const after = texts(mine);
  const added = after.filter((key) => !before.includes(key)).map((key) => `+ ${key}`);
  const removed = before.filter((key) => !after.includes(key)).map((key) => `− ${key}`);
  return [...added, ...removed].join(', ') || 'the same list';
}

function texts(value: JsonValue): readonly string[] {
  return value !== null && typeof value === 'object' && isJsonArray(value) ? value.map(String) : [];
}
