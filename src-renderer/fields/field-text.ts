import { formatCount } from '@renderer/ui/format/format-count';
import { formatExact } from '@renderer/ui/format/format-time';
import { editableField } from '@shared/domain/editable-fields';
import type { EntityName } from '@shared/domain/entity';
import { isJsonArray, type JsonValue, jsonEqual } from '@shared/domain/json';
import type { Kind } from '@shared/domain/kinds/kinds';
import { wordIn } from '@shared/domain/kinds/word-in';
import { metadataField } from '@shared/domain/metadata-field';
import { fieldAt } from '@shared/domain/records/fields-of';
import { knownWord } from '@shared/domain/setting-words';
import { t } from '@shared/language/t';

/** Names of what values refer to: roles and role sets, by key. */
export type Names = ReadonlyMap<string, string>;
type Text = (value: JsonValue, names: Names) => string;

const plain: Text = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
const named: Text = (value, names) => names.get(String(value)) ?? String(value);
const number: Text = (value) => (typeof value === 'number' ? formatCount(value) : plain(value, new Map()));
/** The beginning of many lines, as one. */
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};
const items: Text = (value) =>
  value !== null && typeof value === 'object' && isJsonArray(value) ? value.join(', ') || t('none') : '–';
const scalar: Text = (value, names) => {
  if (typeof value === 'boolean') return value ? t('on') : t('off');
  return number(value, names);
};

/** A value of each kind, as a text of the interface. */
const texts = {
  text: plain,
  prose: (value) => shortened(plain(value, new Map())),
  name: plain,
  slug: plain,
  key: plain,
  email: plain,
  phone: plain,
  secret: () => '••••',
  color: plain,
  ref: plain,
  link: plain,
  choice: plain,
  role: named,
  count: number,
  number,
  ratio: number,
  seats: (value, names) => (value === 0 ? t('Unlimited') : number(value, names)),
  limit: (value, names) =>
    value === null ? t('as in the instance') : value === 0 ? t('Unlimited') : number(value, names),
  time: (value) => (value === 0 ? t('never') : formatExact(Number(value))),
  flag: scalar,
  list: items,
  permissions: items,
  image: () => t('image'),
  icon: () => t('image'),
  roles: (value, names) =>
    items(
      value !== null && typeof value === 'object' && isJsonArray(value)
        ? value.map((key) => names.get(String(key)) ?? key)
        : value,
      names,
    ),
  setKey: named,
  groupRoles: (value, names) =>
    items(
      value !== null && typeof value === 'object' && isJsonArray(value)
        ? value.map((each) => {
            const { group = '', role = '' } = each as { readonly group?: string; readonly role?: string };
            return `${group}: ${names.get(role) ?? role}`;
          })
        : value,
      names,
    ),
  roleMap: (value, names) =>
    Object.entries(value ?? {})
      .map(([from, to]) => `${names.get(from) ?? from} → ${names.get(String(to)) ?? String(to)}`)
      .join(', ') || t('none'),
  json: (value) => (jsonEqual(value, {}) ? t('none') : plain(value, new Map())),
  entry: (value) => (value === null ? t('none') : plain(value, new Map())),
  config: scalar,
} satisfies Record<Kind, Text>;

/** A value of a kind as a text. */
export const kindText = (kind: Kind, value: JsonValue, names: Names = new Map()): string =>
  texts[kind](value, names);

/** The kind of a field, settings of a config among them; undefined for no field. */
export function kindAt(entity: EntityName, field: string): Kind | undefined {
  const kind = fieldAt(entity, field)?.kind ?? editableField(entity, field)?.kind;
  return kind === 'group' ? undefined : kind;
}

/** What one of the values of a field is called, where the service's word is none of people's. */
function wordOf(entity: EntityName, field: string): (value: JsonValue) => string | undefined {
  const says = fieldAt(entity, field)?.says ?? metadataField(entity, field)?.says;
  return (value) => wordIn(says, String(value)) ?? knownWord(field, String(value));
}

/** A field's value as a text of the interface. */
export function fieldText(
  entity: EntityName,
  field: string,
  value: JsonValue,
  names: Names = new Map(),
): string {
  if (value === null || value === '') return '–';
  const said = wordOf(entity, field);
  if (typeof value === 'object' && isJsonArray(value) && value.some((one) => said(one) !== undefined))
    return value.map((one) => said(one) ?? one).join(', ');
  return said(value) ?? kindText(kindAt(entity, field) ?? 'config', value, names);
}
