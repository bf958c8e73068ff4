import { actOf, actsOf } from './acts';
import { EntityName, modelOf } from './entity';
import { readField } from './field-path';
import { RecordId } from './ids';
import type { IntentAction, IntentDraft } from './intent';
import type { AnyField } from './kinds/field';

interface Named {
  readonly entity: EntityName;
  readonly id: RecordId;
}

/** What creations name and no record shows (`said` of a model), where the named one decides whether they can be: by entity. */
const deciding = new Map(
  EntityName.options.map((entity) => {
    const named = Object.entries<AnyField>(modelOf(entity).said ?? {}).flatMap(([field, { to, decides }]) =>
      to !== undefined && decides === true ? [{ field, to: EntityName.parse(to) }] : [],
    );
    return [entity, named];
  }),
);

/** Whether records of an entity are named so by any creation. */
export const isStoodOn = (entity: EntityName): boolean =>
  [...deciding.values()].some((named) => named.some(({ to }) => to === entity));

/** The records that a creation stands on by its values: one that is closed meanwhile lets it fail. */
export function standsOn({
  entity,
  action,
}: {
  readonly entity: EntityName;
  readonly action: IntentAction | IntentDraft['action'];
}): readonly Named[] {
  if (action.verb !== 'create') return [];
  return (deciding.get(entity) ?? []).flatMap(({ field, to }) => {
    const id = RecordId.safeParse(readField(action.values, field));
    return id.success ? [{ entity: to, id: id.data }] : [];
  });
}

/** Whether steps may copy from records of an entity. */
export const isCopiedFrom = (entity: EntityName): boolean => copied.has(entity);
const copied = new Set(
  EntityName.options.flatMap((entity) =>
    Object.values(actsOf(entity)).flatMap(({ copies = '', values }) => values?.[copies]?.to ?? []),
  ),
);

/** The record that a step copies from: it must be there until that is done. Null where it copies from none. */
export function copiesFrom({
  entity,
  action,
}: {
  readonly entity: EntityName;
  readonly action: IntentAction;
}): Named | null {
  if (action.verb !== 'perform') return null;
  const { copies = '', values } = actOf(entity, action.operation) ?? {};
  const to = EntityName.safeParse(values?.[copies]?.to);
  const id = RecordId.safeParse(action.values[copies]);
  return to.success && id.success ? { entity: to.data, id: id.data } : null;
}
