import { fieldText, kindAt } from '@renderer/fields/field-text';
import { listDifference, listText } from '@renderer/screens/shared/list-difference';
import { plural } from '@renderer/ui/plural';
import { editableField } from '@shared/domain/editable-fields';
import { type EntityName, entityWords } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import type { Change } from './change';

export interface ChangeText {
  /** `Seats`, `New membership`, `Removal`. */
  readonly what: string;
  /** The value it comes from; undefined when there is none, or when `after` tells both. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Of a list: what comes and what goes, which `after` tells as one text. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** A change in the words of the interface. `roleNames` maps role keys to names. */
export function describeChange(change: Change, roleNames: ReadonlyMap<string, string>): ChangeText {
  const { entity, verb, field, base, mine } = change;
  if (verb === 'delete')
    return { what: entityWords[entity].removal ?? 'Deletion', before: undefined, after: undefined };
  if (verb === 'create')
    return {
      what: `New ${entityWords[entity].one}`,
      before: undefined,
      after: creationText(entity, mine as JsonObject, roleNames),
    };
  const what = editableField(entity, field)?.label ?? field;
  if (kindAt(entity, field) === 'permissions') {
    const { added, removed } = listDifference(base, mine);
    return {
      what,
      before: undefined,
      after: listText({ added, removed }) || 'the same list',
      added,
      removed,
    };
  }
  return {
    what,
    before: fieldText(entity, field, base, roleNames),
    after: fieldText(entity, field, mine, roleNames),
  };
}

/** `Role of Dana in Acme: Member → Admin`: the whole change as one line. */
export function changeTitle(change: Change, roleNames: ReadonlyMap<string, string>): string {
  const { what, before, after } = describeChange(change, roleNames);
  const values = before === undefined ? after : `${before} → ${after}`;
  const head = change.verb === 'update' ? `${what} of ${change.label}` : `${what}: ${change.label}`;
  return values === undefined || values === '' ? head : `${head}: ${values}`;
}

/** What a new record is made with, as far as a reader cares. */
function creationText(
  entity: EntityName,
  values: JsonObject,
  roleNames: ReadonlyMap<string, string>,
): string {
  const parts: string[] = [];
  if (typeof values.slug === 'string' && values.slug !== '') parts.push(values.slug);
  if (values.role !== undefined) parts.push(`as ${fieldText(entity, 'role', values.role, roleNames)}`);
  if (typeof values.maxAllowedMemberships === 'number')
    parts.push(
      values.maxAllowedMemberships === 0 ? 'unlimited seats' : plural(values.maxAllowedMemberships, 'seat'),
    );
  return parts.join(', ');
}
