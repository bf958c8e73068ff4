import { fieldText } from '@renderer/fields/field-text';
import type { FilterOption } from '@renderer/ui/controls/filter-option';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { type AnyField, isChoice } from '@shared/domain/kinds/field';
import type { Kind } from '@shared/domain/kinds/kinds';
import { queryField } from '@shared/domain/query-field';
import { countedBeside, countedNames } from '@shared/domain/records/beside';
import { fieldAt } from '@shared/domain/records/fields-of';
import type { Role } from '@shared/domain/records/record-map';
import { metadataFields } from '@shared/domain/views/metadata-paths';
import { t } from '@shared/language/t';

/** How a field is compared: what it can be asked, and how values are typed. */
export type How = 'text' | 'number' | 'time' | 'flag' | 'choice' | 'metadata';

/** A field that a table can be filtered and grouped by. */
export interface FilterField {
  /** Of metadata the field that holds it; a key is typed beside. */
  readonly path: string;
  readonly label: string;
  readonly how: How;
  /** Values there are, of a choice. */
  readonly options: readonly FilterOption[];
}

/** A role as it is chosen: names of anything else by their keys are no roles. */
type RoleName = Pick<Role, 'key' | 'name'>;

const hows: Partial<Record<Kind, How>> = {
  count: 'number',
  number: 'number',
  seats: 'number',
  limit: 'number',
  ratio: 'number',
  time: 'time',
  flag: 'flag',
  choice: 'choice',
  role: 'choice',
  json: 'metadata',
};
/** Kinds whose values nobody compares. */
const left: ReadonlySet<Kind> = new Set([
  'secret',
  'image',
  'icon',
  'config',
  'groupRoles',
  'roleMap',
  'prose',
]);

/** The fields of an entity by their labels; of two with the same label the first. `roles`: those that a role can be. */
export function filterFields(entity: EntityName, roles: readonly RoleName[]): readonly FilterField[] {
  const { fields, computed } = modelOf(entity);
  const all = Object.entries<AnyField>({ ...fields, ...computed?.fields }).flatMap(([name, field]) =>
    field.kind === 'group'
      ? Object.entries(field.parts).map(([part, inner]): [string, AnyField] => [`${name}.${part}`, inner])
      : [[name, field] as [string, AnyField]],
  );
  const seen = new Set<string>();
  const made = all.flatMap(([path, field]): FilterField[] => {
    if (field.kind === 'group' || left.has(field.kind) || seen.has(field.label)) return [];
    seen.add(field.label);
    const how = hows[field.kind] ?? 'text';
    return [{ path, label: field.label, how, options: optionsOf(entity, path, field, roles) }];
  });
  const figures = countedNames(entity).flatMap((name) => figureOf(entity, name) ?? []);
  return [...made, ...figures.filter(({ label }) => !seen.has(label)), stateField(entity)];
}

/** What is counted beside the rows under a name, as a field; null for anything else. */
function figureOf(entity: EntityName, name: string): FilterField | null {
  const figure = countedBeside(entity, name);
  return figure === null ? null : { path: name, label: figure.label, how: 'number', options: [] };
}

function optionsOf(
  entity: EntityName,
  path: string,
  field: AnyField,
  roles: readonly RoleName[],
): readonly FilterOption[] {
  if (field.kind === 'role') return roles.map(({ key, name }) => ({ value: key, label: name }));
  return isChoice(field)
    ? field.options.map((value) => ({ value, label: fieldText(entity, path, value).replaceAll('_', ' ') }))
    : [];
}

const stateWords: Readonly<Record<string, string>> = {
  synced: t('Synced'),
  pending: t('Staged'),
  conflict: t('In conflict'),
  refused: t('Refused'),
  gone: t('Gone on the service'),
};

function stateField(entity: EntityName): FilterField {
  const field = queryField(entity, 'state');
  const values = field?.kind === 'choice' ? field.options : [];
  const options = values.map((value) => ({ value, label: stateWords[value] ?? value }));
  return { path: 'state', label: t('State'), how: 'choice', options };
}

/** The field that a condition's path means, and the key inside of it for metadata. */
export function fieldOf(
  fields: readonly FilterField[],
  entity: EntityName,
  path: string,
): { readonly field: FilterField; readonly key: string } {
  const own = fields.find((field) => field.path === path);
  if (own !== undefined) return { field: own, key: '' };
  const [head = '', ...keys] = path.split('.');
  const base = metadataFields(entity).includes(head) && fields.find((field) => field.path === head);
  if (base) return { field: base, key: keys.join('.') };
  const figure = figureOf(entity, path);
  if (figure !== null) return { field: figure, key: '' };
  // One that the menu does not offer, out of a file or an address.
  const kind = fieldAt(entity, path)?.kind;
  const how = (kind !== undefined && kind !== 'group' && hows[kind]) || 'text';
  return { field: { path, label: fieldAt(entity, path)?.label ?? path, how, options: [] }, key: '' };
}
