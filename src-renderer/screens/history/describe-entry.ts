import { fieldChange } from '@renderer/fields/field-change';
import { fieldText, kindAt } from '@renderer/fields/field-text';
import { inside } from '@renderer/ui/format/inside';
import { isDerivedField } from '@shared/domain/changed-fields';
import { editableField } from '@shared/domain/editable-fields';
import { type EntityName, entityWords } from '@shared/domain/entity';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { JsonValue } from '@shared/domain/json';
import { fieldAt } from '@shared/domain/records/fields-of';
import { t } from '@shared/language/t';

/** What is told of a change: of one entry, or of all between two moments. */
export type Told = Pick<HistoryEntry, 'entity' | 'change' | 'fields'>;
export type FieldChange = HistoryEntry['fields'][number];

/** One field of an entry in the words of the interface. */
export interface FieldText {
  readonly label: string;
  /** Undefined for what was made, and where `after` tells both. */
  readonly before: string | undefined;
  /** Undefined for what was deleted. */
  readonly after: string | undefined;
  /** Of a list: what came and what went, which `after` tells as one text. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** `new membership`, `organization changed`, `invitation revoked`. */
export function changeWords({ entity, change, fields }: Told): string {
  const { one } = entityWords[entity];
  if (change === 'created') return t('new {one}', { one });
  // What has a status is told by it: an invitation is accepted, revoked, expired.
  const status = fields.find(({ field }) => field === 'status')?.after;
  if (change === 'updated' && typeof status === 'string')
    return t('{one} {status}', { one, status: inside(fieldText(entity, 'status', status)) });
  return change === 'updated' ? t('{one} changed', { one }) : t('{one} removed', { one });
}

/** Fields that tell something about what a new record is, the first ones first. */
const telling = ['name', 'slug', 'email', 'role', 'maxAllowedMemberships', 'key', 'permissionKeys'];

/** The fields worth a line of their own while the entry is closed. */
export function mainFields({ entity, change, fields }: Told): readonly FieldChange[] {
  if (change === 'deleted') return fields.filter(({ field }) => field === 'role');
  if (change === 'updated') return fields.filter(({ field }) => !isDerivedField(entity, field));
  return telling.flatMap((name) => fields.find(({ field, after }) => field === name && after !== '') ?? []);
}

/** `roleNames` maps role keys to names. */
export function describeField(
  { entity, change }: Pick<Told, 'entity' | 'change'>,
  { field, before, after }: FieldChange,
  roleNames: ReadonlyMap<string, string>,
): FieldText {
  const label = labelOf(entity, field);
  const show = (value: JsonValue): string => fieldText(entity, field, value, roleNames);
  if (change === 'created') return { label, before: undefined, after: show(after) };
  if (change === 'deleted') return { label, before: show(before), after: undefined };
  return { label, ...fieldChange(entity, field, [before, after], roleNames) };
}

export function isColor(entity: EntityName, field: string): boolean {
  return kindAt(entity, field) === 'color';
}

/** What the interface calls a field; of one that no version of now knows, its own name in words. */
function labelOf(entity: EntityName, field: string): string {
  return editableField(entity, field)?.label ?? fieldAt(entity, field)?.label ?? wordsOf(field);
}

/** `publicMetadata` → `Public metadata`. */
function wordsOf(field: string): string {
  const spaced = field
    .replace(/[._]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
