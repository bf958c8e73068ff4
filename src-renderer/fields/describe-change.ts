import { actOf } from '@shared/domain/acts';
import { type EntityName, entityWords } from '@shared/domain/entity';
import type { JsonObject } from '@shared/domain/json';
import { t } from '@shared/language/t';
import type { Change } from './change';
import { actText, type FieldChange, fieldChange } from './field-change';
import { fieldLabel } from './field-input';
import { fieldText } from './field-text';

export interface ChangeText extends Partial<FieldChange> {
  /** `Seats`, `New membership`, `Removal`. */
  readonly what: string;
}

/** A change in the words of the interface. `roleNames` maps role keys to names. */
export function describeChange(change: Change, roleNames: ReadonlyMap<string, string>): ChangeText {
  const { entity, verb, field, base, mine } = change;
  if (verb === 'delete') return { what: entityWords[entity].removal ?? t('Deletion') };
  if (verb === 'create')
    return {
      what: t('New {one}', { one: entityWords[entity].one }),
      after: creationText(entity, mine as JsonObject, roleNames),
    };
  if (verb === 'perform') {
    const act = actOf(entity, field);
    return { what: act?.label ?? field, after: actText(entity, act, mine, roleNames) };
  }
  return { what: fieldLabel(entity, field), ...fieldChange(entity, field, [base, mine], roleNames) };
}

/** `Role of Dana in Acme: Member → Admin`: the whole change as one line. */
export function changeTitle(change: Change, roleNames: ReadonlyMap<string, string>): string {
  const { what, before, after } = describeChange(change, roleNames);
  const values = before === undefined ? after : `${before} → ${after}`;
  const head =
    change.verb === 'update'
      ? t('{what} of {label}', { what, label: change.label })
      : `${what}: ${change.label}`;
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
  if (values.role !== undefined)
    parts.push(t('as {role}', { role: fieldText(entity, 'role', values.role, roleNames) }));
  if (typeof values.maxAllowedMemberships === 'number')
    parts.push(
      values.maxAllowedMemberships === 0
        ? t('unlimited seats')
        : t('{count, plural, one {# seat} other {# seats}}', { count: values.maxAllowedMemberships }),
    );
  return parts.join(', ');
}
