import { editableField } from '../editable-fields';
import { writeField } from '../field-path';
import type { Intent } from '../intent';
import { jsonEqual } from '../json';
import { heldField } from '../records/fields-of';
import type { StoredRecord } from '../records/record-map';
import type { Batch } from '../rules/batch';
import type { StagingWorld } from '../rules/staging-world';
import { accept, type IntentSeed, skip, type Validation } from '../rules/validation';
import { type FieldEdit, fieldEdit } from './field-edit';

/** An edit of a record that exists here only: it changes what the creation will send. `made`: what earlier edits of the set made of it. */
export function foldIntoCreation(
  { field, value, visible, seed, effect }: FieldEdit,
  creation: Intent,
  made: IntentSeed = creation,
): Validation {
  if (made.action.verb !== 'create' || jsonEqual(value, visible)) return skip;
  return accept(
    [
      {
        ...seed,
        label: field.path === 'name' ? String(value) : made.label,
        shows: { ...made.shows, ...seed.shows },
        action: { verb: 'create', values: writeField(made.action.values, field.path, value) },
      },
    ],
    [{ intent: creation, to: 'superseded' }],
    effect && { ...effect, guarded: false },
  );
}

/**
 * An edit of a field, given the open edit of the same field if there is one. The earlier edit's base is inherited: it is
 * what the service held when the admin began. A value set back to it, or to what the service holds, withdraws the edit. An
 * edit in conflict or refused is replaced; only a screen that showed the service's value may move its base.
 */
export function supersede(edit: FieldEdit, same: Intent | undefined): Validation {
  const { field, value, server, seen, seed, effect } = edit;
  if (same?.action.verb !== 'update') {
    if (jsonEqual(value, server)) return skip;
    const action = { verb: 'update', field: field.path, base: seen ?? server, value } as const;
    return accept([{ ...seed, action }], [], effect);
  }
  const earlier = same.action;
  const settled = same.state === 'staged';
  if (jsonEqual(value, server) || (settled && jsonEqual(value, earlier.base)))
    return accept([], [{ intent: same, to: 'withdrawn' }], effect);
  if (settled && jsonEqual(value, earlier.value)) return skip;
  const inherits = settled || seen === undefined;
  const { seenUpdatedAt: now, ...rest } = seed;
  const seenUpdatedAt = inherits ? same.seenUpdatedAt : now;
  const action = { verb: 'update', field: field.path, base: inherits ? earlier.base : seen, value } as const;
  return accept(
    [{ ...rest, ...(seenUpdatedAt === undefined ? {} : { seenUpdatedAt }), action }],
    [{ intent: same, to: 'superseded' }],
    effect,
  );
}

/**
 * An edit inside of a field that is staged as a whole: it changes what is staged. So both are never sent one after the other, of which
 * the second would find a value that nobody saw. `after`: the record as it is then, with earlier edits of the set.
 */
export function foldIntoWhole(
  world: StagingWorld,
  record: StoredRecord,
  after: StoredRecord,
  whole: Intent,
): Validation {
  const { entity, action } = whole;
  const outer = action.verb === 'update' ? editableField(entity, action.field) : undefined;
  if (outer === undefined) return skip;
  const value = heldField(entity, after, outer.path) ?? null;
  return supersede(fieldEdit(world, { entity, record, field: outer, value, seen: undefined }), whole);
}

/** The same, remembered for later edits of the set that are folded into the same intent. */
export function folding({ folded }: Batch, validation: Validation, { id }: Intent): Validation {
  if (validation.kind !== 'accept') return validation;
  const [seed] = validation.proposal.opened;
  if (seed !== undefined) folded.set(id, seed);
  return { kind: 'accept', proposal: { ...validation.proposal, folds: id } };
}

/** The same, with other edits that it covers: of its own field, of parts of it, or of wholes inside of which it is folded. */
export function covering(validation: Validation, covered: readonly Intent[]): Validation {
  if (validation.kind === 'reject' || covered.length === 0) return validation;
  const { opened, closed, effect } =
    validation.kind === 'accept' ? validation.proposal : { opened: [], closed: [], effect: null };
  const to = opened.length > 0 ? 'superseded' : 'withdrawn';
  return accept(opened, [...closed, ...covered.map((intent) => ({ intent, to }) as const)], effect);
}
