import { fieldText } from '@renderer/screens/shared/field-text';
import { listDifference, listText } from '@renderer/screens/shared/list-difference';
import { formatExact } from '@renderer/ui/format-time';
import { isDerivedField } from '@shared/domain/changed-fields';
import { editableField } from '@shared/domain/editable-fields';
import { type EntityName, entityWords } from '@shared/domain/entity';
import type { HistoryEntry } from '@shared/domain/history-entry';
import { isJsonArray, type JsonValue } from '@shared/domain/json';

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

const words: Readonly<Record<HistoryEntry['change'], string>> = {
  created: 'new',
  updated: 'changed',
  deleted: 'removed',
};

/** `new membership`, `organization changed`, `invitation revoked`. */
export function changeWords({ entity, change, fields }: Told): string {
  const { one } = entityWords[entity];
  if (change === 'created') return `new ${one}`;
  if (change === 'updated' && entity === 'invitation') {
    const status = fields.find(({ field }) => field === 'status')?.after;
    if (typeof status === 'string') return `${one} ${status}`;
  }
  return `${one} ${words[change]}`;
}

/** Fields that tell something about what a new record is, the first ones first. */
const telling = ['name', 'slug', 'email', 'role', 'maxAllowedMemberships', 'key', 'permissionKeys'];

/** The fields worth a line of their own while the entry is closed. */
export function mainFields({ change, fields }: Told): readonly FieldChange[] {
  if (change === 'deleted') return fields.filter(({ field }) => field === 'role');
  if (change === 'updated') return fields.filter(({ field }) => !isDerivedField(field));
  return telling.flatMap((name) => fields.find(({ field, after }) => field === name && after !== '') ?? []);
}

/** `roleNames` maps role keys to names. */
export function describeField(
  { entity, change }: Pick<Told, 'entity' | 'change'>,
  { field, before, after }: FieldChange,
  roleNames: ReadonlyMap<string, string>,
): FieldText {
  const label = editableField(entity, field)?.label ?? wordsOf(field);
  const show = (value: JsonValue): string => valueText(field, value, roleNames);
  if (change === 'created') return { label, before: undefined, after: show(after) };
  if (change === 'deleted') return { label, before: show(before), after: undefined };
  if (field === 'permissionKeys') {
    const { added, removed } = listDifference(before, after);
    return {
      label,
      before: undefined,
      after: listText({ added, removed }) || 'in another order',
      added,
      removed,
    };
  }
  return { label, before: show(before), after: show(after) };
}

export function isColor(entity: EntityName, field: string): boolean {
  return editableField(entity, field)?.kind === 'color';
}

/** `publicMetadata` → `Public metadata`. */
function wordsOf(field: string): string {
  const spaced = field
    .replace(/[._]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function valueText(field: string, value: JsonValue, roleNames: ReadonlyMap<string, string>): string {
  if (field.endsWith('At') && typeof value === 'number') return value === 0 ? 'never' : formatExact(value);
  if (field === 'permissionKeys' && value !== null && typeof value === 'object' && isJsonArray(value))
    return value.join(', ') || 'none';
  return fieldText(field, value, roleNames);
}
