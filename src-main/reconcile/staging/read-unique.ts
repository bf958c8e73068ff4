import { listIn } from '@main/store/list-in';
import type { Store } from '@main/store/store';
import { EntityName, modelOf } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { IntentDraft } from '@shared/domain/intent';
import type { AnyField } from '@shared/domain/kinds/field';
import { recordKey, takenKey } from '@shared/domain/rules/staging-world';

/** Texts that new records of an entity name in a field, and edits of it. */
const named = (drafts: readonly IntentDraft[], entity: EntityName, field: string): readonly string[] =>
  drafts.flatMap(({ entity: of, action }) => {
    if (of !== entity) return [];
    const edited = action.verb === 'update' && action.field === field ? action.value : undefined;
    const value = action.verb === 'create' ? action.values[field] : edited;
    return typeof value === 'string' ? [value] : [];
  });

/** Fields whose values must be unique: looked up once, as every edit passes here. */
const uniques = EntityName.options.flatMap((entity) =>
  Object.entries<AnyField>(modelOf(entity).fields).flatMap(([field, { unique }]) =>
    unique ? [{ entity, field }] : [],
  ),
);

/** Small lists that stand inside of organizations. */
const smallLists = EntityName.options.filter((entity) => modelOf(entity).stored !== undefined);

/** What must be unique (`unique` of a field) and a visible record has, among what drafts ask for. */
export async function readUnique(store: Store, drafts: readonly IntentDraft[]): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const { entity, field } of uniques) {
    const typed = named(drafts, entity, field).map((value) => value.trim());
    const values = typed.flatMap((value) => [value, value.toLowerCase()]);
    for (const row of await listIn(store, entity, { field, values }))
      taken.add(takenKey(entity, field, String(readField(row, field))));
  }
  return taken;
}

/** How many records organizations have of the small lists that drafts add to. */
export async function readInside(
  store: Store,
  drafts: readonly IntentDraft[],
): Promise<ReadonlyMap<string, number>> {
  const inside = new Map<string, number>();
  for (const entity of smallLists)
    for (const id of new Set(named(drafts, entity, 'organizationId')))
      inside.set(
        recordKey(entity, id),
        await store.count(entity, [{ field: 'organizationId', op: 'eq', value: id }]),
      );
  return inside;
}
