import { writeField } from '../field-path';
import type { Intent } from '../intent';
import { jsonEqual } from '../json';
import { accept, skip, type Validation } from '../rules/validation';
import type { FieldEdit } from './field-edit';

/** An edit of a record that exists here only: it changes what the creation will send. */
export function foldIntoCreation(
  { field, value, visible, seed, effect }: FieldEdit,
  creation: Intent,
): Validation {
  if (creation.action.verb !== 'create' || jsonEqual(value, visible)) return skip;
  return accept(
    [
      {
        ...seed,
        label: field.path === 'name' ? String(value) : creation.label,
        shows: { ...creation.shows, ...seed.shows },
        action: { verb: 'create', values: writeField(creation.action.values, field.path, value) },
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
