import { EntityName, modelOf } from '@shared/domain/entity';
import type { AnyField } from '@shared/domain/kinds/field';
import { kindSpec } from '@shared/domain/kinds/kinds';
import type { Model } from '@shared/domain/kinds/model';
import { stored } from '@shared/domain/kinds/stored';
import { models } from '@shared/domain/models/models';
import { computedFields as fieldsComputed } from '@shared/domain/records/computed';
import { StagedMark } from '@shared/domain/records/envelope';
import type { ComputedFields } from '../sqlite-storage/collection-layout';
import { type StoreSchema, storeSchema } from './store-schema';

type Collection = (typeof models)[keyof typeof models]['collection'];

/** Properties that every copied record carries (`src-shared/domain/records/envelope.ts`). */
const envelope = {
  id: stored.id,
  state: stored.text,
  staged: stored.any,
  server: stored.object,
  sync: stored.object,
} as const;

const all: readonly Model[] = Object.values(models).map(({ name }) => modelOf(name));

/** The collections that keep records, with their schemas: of one model each, or of several told apart by `kind`. */
export const recordSchemas = Object.fromEntries(
  [...new Set(all.map(({ collection }) => collection))].map((collection) => {
    const kept = all.filter((model) => model.collection === collection);
    return [collection, schemaOf(kept)] as const;
  }),
) as Readonly<Record<Collection, StoreSchema>>;

function schemaOf(kept: readonly Model[]): StoreSchema {
  const properties = Object.fromEntries(
    kept.flatMap(({ fields, stored: named = fields }) =>
      Object.entries(named).flatMap(([name, field]) =>
        // RxDB compares schemas by their text: what was added later stands in the documents, and not here.
        field.late ? [] : [[name, propertyOf(field)] as const],
      ),
    ),
  );
  const shared = kept.some(({ shares }) => shares) ? { kind: stored.text } : {};
  return storeSchema(Object.assign({}, envelope, shared, properties), kept[0]?.indexes ?? []);
}

function propertyOf(field: AnyField): object {
  if (field.stored !== undefined) return field.stored;
  return field.kind === 'group' ? stored.object : kindSpec(field.kind).stored;
}

type Marked = Readonly<Partial<Record<Collection, readonly string[]>>>;

/** Fields that bear a mark, by collection. */
function marked(
  mark: (field: AnyField) => unknown,
  also: (model: Model) => readonly string[] = () => [],
): Marked {
  const byCollection: Partial<Record<string, readonly string[]>> = {};
  for (const model of all) {
    const own = Object.entries({ ...model.fields, ...model.computed?.fields })
      .filter(([, field]) => mark(field))
      .sort(([, a], [, b]) => (a.search ?? 0) - (b.search ?? 0))
      .map(([name]) => name);
    const names = [...(byCollection[model.collection] ?? []), ...own, ...also(model)];
    if (names.length > 0) byCollection[model.collection] = [...new Set(names)];
  }
  return byCollection;
}

/** Text that can be searched by substring. */
export const searchedText = marked(({ search }) => search);

/** Names are sorted as people do: Österreich with O, and not behind z. */
export const peopleSorted = marked(({ sorted }) => sorted);

/** Fields of few values that tables filter by and count: those that are marked, and `state` where it has an index. */
export const recordFacets = marked(
  ({ facet }) => facet,
  ({ indexes }) =>
    indexes.some(([field, ...more]) => field === 'state' && more.length === 0) ? ['state'] : [],
);

/** What rows hold of their own other fields, by collection: beside the schema, as the storage works it out anew by itself. */
export const computedFields: Readonly<Record<string, ComputedFields>> = Object.fromEntries(
  all.flatMap(({ name, collection, computed }) => {
    if (computed === undefined) return [];
    // What follows from other records too is not worked out here: it stays as it is.
    const kept = new Set(computed.kept?.fields);
    const of: ComputedFields['of'] = (row) => ({
      ...fieldsComputed(EntityName.parse(name), row, StagedMark.nullable().parse(row.staged)),
      ...Object.fromEntries(Object.entries(row).filter(([field]) => kept.has(field))),
    });
    return [[collection, { version: computed.version, indexes: computed.indexes, of }] as const];
  }),
);
