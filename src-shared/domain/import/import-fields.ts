import { t } from '../../language/t';
import { editableField, editableFields } from '../editable-fields';
import { type EntityName, modelOf } from '../entity';
import { exportColumns } from '../export/export-columns';
import type { AnyField } from '../kinds/field';
import { isChoice } from '../kinds/field';
import { neverSet } from '../kinds/kind';
import type { Kind } from '../kinds/kinds';
import { kinds } from '../kinds/kinds';
import { metadataField } from '../metadata-field';
import { fieldAt } from '../records/fields-of';
import { rulesOf } from '../rules/rules-of';

/** Heads the column that removes records: a line that says yes there. No field is called so. */
export const removeColumn = 'delete';

/** What a column of a file can be about. */
export interface ImportField {
  /** As `--where` and drafts name it; `id`, `state` and `delete` as well. */
  readonly path: string;
  readonly label: string;
  readonly kind: Kind;
  /**
   * `id` names the record; `remove` takes it out; `set` can be edited; `made` only a creation says it; `said` a creation says it, and no
   * record shows it; `shown` follows from the service or from other fields, and is compared only; `aside` is not looked at.
   */
  readonly use: 'id' | 'remove' | 'set' | 'made' | 'said' | 'shown' | 'aside';
  /** A creation takes it. */
  readonly creates: boolean;
  /** Entity whose record it names. */
  readonly to?: EntityName;
  readonly options?: readonly string[];
  readonly says?: Readonly<Record<string, string>>;
}

const known = new Map<EntityName, readonly ImportField[]>();

/** Every field that a file of an entity can have a column for; values inside of metadata and configs have their paths beside. */
export function importFields(entity: EntityName): readonly ImportField[] {
  const found = known.get(entity) ?? [...ofTable(entity), ...ofCreation(entity), ...removal(entity)];
  known.set(entity, found);
  return found;
}

/** The field of a column by its path; undefined where there is none. */
export function importField(entity: EntityName, path: string): ImportField | undefined {
  const fixed = importFields(entity).find((field) => field.path === path);
  if (fixed !== undefined) return fixed;
  const inside = editableField(entity, path);
  return inside === undefined
    ? undefined
    : {
        path,
        label: inside.label,
        kind: inside.kind,
        use: 'set',
        creates: metadataField(entity, path) !== undefined,
      };
}

/** Whether a file can change anything of an entity. */
export function isImportable(entity: EntityName): boolean {
  const { create, remove } = rulesOf(entity);
  return create !== undefined || remove !== undefined || editableFields[entity].length > 0;
}

function ofTable(entity: EntityName): readonly ImportField[] {
  return exportColumns(entity).map(({ path, kind }): ImportField => {
    if (path === 'id') return { path, label: t('Id'), kind, use: 'id', creates: false };
    const field = fieldAt(entity, path);
    if (field === undefined) return { path, label: t('State'), kind, use: 'aside', creates: false };
    return described(path, kind, field, purposeOf(entity, path, field));
  });
}

function ofCreation(entity: EntityName): readonly ImportField[] {
  return Object.entries(modelOf(entity).said ?? {}).flatMap(([path, field]) =>
    field.kind === 'group' ? [] : [described(path, field.kind, field, 'said')],
  );
}

const removal = (entity: EntityName): readonly ImportField[] =>
  rulesOf(entity).remove === undefined
    ? []
    : [
        {
          path: removeColumn,
          label: modelOf(entity).words.remove ?? t('Delete'),
          kind: 'flag',
          use: 'remove',
          creates: false,
        },
      ];

function described(path: string, kind: Kind, field: AnyField, use: ImportField['use']): ImportField {
  return {
    path,
    label: field.label,
    kind,
    use,
    creates: field.create !== undefined || field.edit === true,
    ...(field.to !== undefined && { to: field.to as EntityName }),
    ...(isChoice(field) && { options: field.options }),
    ...(field.says !== undefined && { says: field.says }),
  };
}

function purposeOf(entity: EntityName, path: string, field: AnyField): ImportField['use'] {
  if (editableField(entity, path) !== undefined || (field.edit && openEnded.has(field.kind))) return 'set';
  const follows = field.derived || field.repeats !== undefined || field.follows !== undefined;
  const named = field.kind === 'ref' || field.kind === 'link';
  const figure =
    field.kind === 'time' || (field.kind !== 'group' && kinds[field.kind].fault === neverSet && !named);
  return follows || figure || (named && field.create === undefined) ? 'shown' : 'made';
}

/** Edited part by part, each by its own path. */
const openEnded: ReadonlySet<AnyField['kind']> = new Set(['json', 'config']);
