import { EntityName, modelOf } from '../entity';
import { meets, readField, writeField } from '../field-path';
import type { Intent, IntentAction, IntentDraft } from '../intent';
import { type JsonValue, jsonEqual } from '../json';
import { writeHeld } from '../metadata-field';
import { recordKey } from '../rules/staging-world';
import { undoOf } from './undo-of';

/** The way back of one change, or of several that come to one. */
interface Back {
  readonly organizationId: string;
  readonly label: string;
  readonly draft: IntentDraft;
  /** Of the first change that it takes back, or behind what was done later and names what the edit came to: it goes before that. */
  readonly seq: number;
}

export interface Inverse {
  readonly drafts: readonly Pick<Back, 'label' | 'draft'>[];
  readonly notUndone: readonly {
    readonly intentId: Intent['id'];
    readonly label: string;
    readonly reason: string;
  }[];
}

/**
 * What takes applied intents back as a whole, the last of them first. Pure. Of several edits of a field, or of a value and others
 * inside of it, the first one's base counts, and what they came to is what the service should still hold; an act that took another
 * one back goes with it; a record that was created is deleted, whatever became of it. One that was deleted is made anew as it was
 * before all of them, and nothing else of it, or inside of it, goes back by an id that is gone.
 */
export function inverseDrafts(applied: readonly Intent[]): Inverse {
  const inOrder = [...applied].sort((a, b) => a.seq - b.seq);
  const backs = new Map<string, readonly Back[]>();
  const notUndone: { intentId: Intent['id']; label: string; reason: string }[] = [];
  const created = new Set<string>();
  for (const intent of inOrder) {
    const { entity, recordId, organizationId, action, label, seq } = intent;
    const record = recordKey(entity, recordId);
    if (action.verb === 'delete' && modelOf(entity).scope) forgetInside(backs, recordId);
    if (action.verb === 'create') created.add(record);
    else if (created.has(record)) {
      if (action.verb === 'delete') backs.delete(record);
      continue;
    }
    const own = backs.get(record) ?? [];
    const met = own.findLast(({ draft }) => isSameAct(draft.action, action));
    if (met !== undefined) {
      backs.set(record, without(own, [met]));
      continue;
    }
    if (action.verb === 'delete') backs.delete(record);
    const undo = undoOf(intent);
    if (undo.kind === 'impossible') {
      notUndone.push({ intentId: intent.id, label, reason: undo.reason });
      continue;
    }
    if (undo.caveat !== '') notUndone.push({ intentId: intent.id, label, reason: undo.caveat });
    const back = { organizationId, label, draft: undo.draft, seq };
    backs.set(record, action.verb === 'delete' ? [asBefore(own, back)] : withBack(own, back));
  }
  const all = [...backs.values()].flat();
  const lastFirst = all.toSorted((a, b) => b.seq - a.seq);
  return { drafts: beforeUses(lastFirst).map(({ label, draft }) => ({ label, draft })), notUndone };
}

const sweepPlaces = new Map(EntityName.options.map((entity, place) => [entity, place]));
const kindOf = ({ draft }: Back): number => sweepPlaces.get(draft.entity) ?? 0;

/** What is made anew goes before all that may name it: records of kinds behind its own in the order of a sweep. */
function beforeUses(backs: readonly Back[]): readonly Back[] {
  const firsts = new Map<number, number>();
  for (const [at, back] of backs.entries()) if (!firsts.has(kindOf(back))) firsts.set(kindOf(back), at);
  const placeOf = (back: Back, at: number): number =>
    back.draft.action.verb === 'create'
      ? Math.min(at, ...[...firsts].flatMap(([kind, first]) => (kind > kindOf(back) ? [first - 0.5] : [])))
      : at;
  return backs
    .map((back, at) => ({ back, place: placeOf(back, at) }))
    .toSorted((a, b) => a.place - b.place || kindOf(a.back) - kindOf(b.back))
    .map(({ back }) => back);
}

/** What stood in an organization went with it. */
function forgetInside(backs: Map<string, readonly Back[]>, scope: string): void {
  for (const [key, [back]] of backs) if (back?.organizationId === scope) backs.delete(key);
}

/** The creation that takes a deletion back, with what it names as that was before the edits that were made before it. */
function asBefore(own: readonly Back[], back: Back): Back {
  const { entity, action } = back.draft;
  if (action.verb !== 'create') return back;
  const values = own.reduce((made, { draft: { action: edit } }) => {
    const isNamed = edit.verb === 'update' && Object.hasOwn(made, edit.field.split('.')[0] ?? '');
    return isNamed ? writeHeld(entity, made, edit.field, edit.value) : made;
  }, action.values);
  return { ...back, draft: { ...back.draft, action: { ...action, values } } };
}

const without = (own: readonly Back[], some: readonly Back[]): readonly Back[] =>
  own.filter((each) => !some.includes(each));

/** Whether a change is the very act that would take an earlier one back. */
const isSameAct = (back: IntentDraft['action'], action: IntentAction): boolean =>
  back.verb === 'perform' &&
  action.verb === 'perform' &&
  back.operation === action.operation &&
  jsonEqual(back.values ?? {}, action.values);

/** The ways back of a record with one more: edits of one field, or of one inside of the other, are one edit of the outer. */
function withBack(own: readonly Back[], back: Back): readonly Back[] {
  const { action } = back.draft;
  if (action.verb !== 'update') return [...own, back];
  const met = own.filter(
    ({ draft }) => draft.action.verb === 'update' && meets(draft.action.field, action.field),
  );
  const one = met.reduce((late, early) => joined(early, late), back);
  const before = own
    .filter(({ draft }) => names(draft.action, action.base ?? null))
    .map(({ seq }) => seq + 0.5);
  return [...without(own, met), { ...one, seq: Math.max(one.seq, ...before) }];
}

/** Whether an act is about a value: an address that is removed is the primary one no more by then. */
const names = (action: IntentDraft['action'], value: JsonValue): boolean =>
  action.verb === 'perform' &&
  Object.values(action.values ?? {}).some((each) => [each].flat().some((one) => jsonEqual(one, value)));

/** An earlier way back and a later one as one. */
function joined(early: Back, late: Back): Back {
  const [first, then] = [early.draft, late.draft];
  if (first.action.verb !== 'update' || then.action.verb !== 'update') return late;
  const { field, value, base = null } = first.action;
  const action =
    field.length > then.action.field.length
      ? // The whole was seen with what the part had come to: before that it was as it was before the part.
        { ...then.action, value: inside(first, then.action.field, then.action.value, field, value) }
      : { ...first.action, base: inside(first, field, base, then.action.field, then.action.base ?? null) };
  return { ...late, draft: { ...then, action }, seq: early.seq };
}

/** What is held at a path, with a value in its place at another path, the same one or one inside of it. */
function inside(
  { entity }: IntentDraft,
  path: string,
  held: JsonValue,
  at: string,
  value: JsonValue,
): JsonValue {
  return at === path
    ? value
    : (readField(writeHeld(entity, writeField({}, path, held), at, value), path) ?? null);
}
