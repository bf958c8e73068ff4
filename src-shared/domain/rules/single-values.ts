import { actOf } from '../acts';
import { EntityName, modelOf } from '../entity';
import { readField } from '../field-path';
import type { Intent, IntentDraft } from '../intent';
import { type JsonValue, textsIn } from '../json';
import type { AnyField } from '../kinds/field';
import { fieldAt } from '../records/fields-of';
import { type PlanFacts, serverOf } from './plan-facts';
import { takenKey } from './staging-world';

/** A value that one record alone may have (`single` of a field). */
export interface SingleValue {
  readonly entity: EntityName;
  readonly field: string;
  readonly value: string;
  /** The same for the same value, in whatever case (`takenKey`). */
  readonly key: string;
}

/** An intent, or a draft of one, as far as such values go. */
type Step = Pick<Intent | IntentDraft, 'entity' | 'action'>;

/** Such fields, by entity. */
const singles = new Map(
  EntityName.options.map((entity) => {
    const fields = Object.entries<AnyField>(modelOf(entity).fields);
    return [entity, fields.flatMap(([name, { single, heldIn }]) => (single ? [{ name, heldIn }] : []))];
  }),
);

const none: readonly SingleValue[] = [];

/** The values that a field holds: one, or all of a list. */
export const valuesAt = (
  entity: EntityName,
  field: string,
  held: JsonValue | undefined,
): readonly SingleValue[] =>
  (typeof held === 'string' ? [held] : textsIn(held)).flatMap((value) =>
    value === '' ? none : [{ entity, field, value, key: takenKey(entity, field, value) }],
  );

/** Whether the field is a list, each value of which is to be of one record: it is told who has one too, and the service decides. */
export const isListed = (entity: EntityName, field: string): boolean => {
  const known = fieldAt(entity, field);
  return known?.single === true && known.kind === 'list';
};

/** Whether an edit of the field brings a value that the record had not. */
function bringsOwn(entity: EntityName, field: string): boolean {
  const known = fieldAt(entity, field);
  return known?.single === true && known.heldIn === undefined;
}

/** The values that a step takes for its record: one of an edit or an act, several of a creation. */
export function valuesTaken({ entity, action }: Step): readonly SingleValue[] {
  if (action.verb === 'update')
    return bringsOwn(entity, action.field) ? valuesAt(entity, action.field, action.value) : none;
  if (action.verb === 'perform') {
    const { gains } = actOf(entity, action.operation) ?? {};
    return gains === undefined ? none : valuesAt(entity, gains, action.values?.[gains]);
  }
  if (action.verb !== 'create') return none;
  const { values } = action;
  return (singles.get(entity) ?? []).flatMap(({ name }) => valuesAt(entity, name, values[name]));
}

/** The values that a step gives up, as the service holds them now: what it holds no more was given up already, and what it takes again stays. */
export function valuesGiven(facts: Pick<PlanFacts, 'rows'>, intent: Intent): readonly SingleValue[] {
  const { entity, recordId, action } = intent;
  const fields = singles.get(entity) ?? [];
  if (fields.length === 0 || action.verb === 'create') return none;
  const held = serverOf(facts, entity, recordId);
  if (held === null) return none;
  const heldAt = ({ name, heldIn = name }: (typeof fields)[number]): readonly SingleValue[] =>
    [name, heldIn].flatMap((path) => valuesAt(entity, name, readField(held, path)));
  if (action.verb === 'delete') return fields.flatMap(heldAt);
  if (action.verb === 'update') {
    const kept = new Set(valuesTaken(intent).map(({ key }) => key));
    return bringsOwn(entity, action.field)
      ? valuesAt(entity, action.field, readField(held, action.field)).filter(({ key }) => !kept.has(key))
      : none;
  }
  const { loses } = actOf(entity, action.operation) ?? {};
  const [lost] = loses === undefined ? [] : valuesAt(entity, loses, action.values[loses]);
  const field = fields.find(({ name }) => name === loses);
  return lost !== undefined && field && heldAt(field).some(({ key }) => key === lost.key) ? [lost] : none;
}

/** Whether a step is about a list of such values that a record has (`heldIn`): adds one, takes one out, or chooses among them. */
export function changesHeld({ entity, action }: Step): boolean {
  if (action.verb === 'update') return fieldAt(entity, action.field)?.heldIn !== undefined;
  const act = action.verb === 'perform' ? actOf(entity, action.operation) : undefined;
  return Object.keys(act?.values ?? {}).some((name) => fieldAt(entity, name)?.heldIn !== undefined);
}

/** Fields by which the owner of such a value can be looked up: among many records by an index, or among few. */
export const lookedUp = (entity: EntityName, field: string): boolean =>
  isFew(entity) || modelOf(entity).indexes.some(([first]) => first === field);

/** Whether an entity is one of the small ones, of which the service is asked who has a value. */
export const isFew = (entity: EntityName): boolean => modelOf(entity).shares === true;

/** The value by which a step of a ring goes: of its own, and the same after a crash. Fits slugs (spec) and usernames of 64 letters. */
export function parkingValue({ id }: Pick<Intent, 'id'>): string {
  return `moving-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.replace(/-$/, '');
}

/** Whether a record may stand on such a value for a moment: one that is typed freely, and reaches nobody. */
export const canPark = ({ entity, action }: Step): boolean =>
  action.verb === 'update' &&
  bringsOwn(entity, action.field) &&
  typeof action.value === 'string' &&
  action.value !== '';
