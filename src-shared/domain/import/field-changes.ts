import { t } from '../../language/t';
import { asHeld } from '../as-held';
import { type EntityName, modelOf } from '../entity';
import { readField } from '../field-path';
import type { JsonObject, JsonValue } from '../json';
import { kindSpec } from '../kinds/kinds';
import { metadataDifference, metadataFault } from '../metadata-difference';
import { sameHeld } from '../normalised';
import { heldField } from '../records/fields-of';
import type { StoredRecord } from '../records/record-map';
import { type ImportCell, isEmptyCell, sameCell } from './import-cell';
import type { ImportField } from './import-fields';
import { readCell } from './read-cell';
import type { RowFacts } from './row-facts';

/** An edit that a cell asks for. */
export interface FieldChange {
  readonly path: string;
  readonly held: JsonValue;
  readonly value: JsonValue;
}

interface Changes {
  readonly changes: readonly FieldChange[];
  /** What differs and cannot be set, which nobody meant to. */
  readonly notes: string[];
  /** What cannot be taken, as sentences. */
  readonly faults: string[];
}

/** What the cells of a line would change of its record. Pure. */
export function fieldChanges(entity: EntityName, facts: RowFacts, record: StoredRecord): Changes {
  const all: Changes & { readonly changes: FieldChange[] } = { changes: [], notes: [], faults: [] };
  for (const [field, cell] of facts.cells) {
    const { path, use } = field;
    if (use === 'id' || use === 'remove' || use === 'aside') continue;
    if (use === 'said') {
      if (!isEmptyCell(cell))
        all.notes.push(t('{label} is said of what is new only.', { label: field.label }));
      continue;
    }
    const held = heldField(entity, record, path);
    if (isSame(field, held, cell, facts)) continue;
    if (use === 'shown')
      all.notes.push(t('{label} is other here, and cannot be set.', { label: field.label }));
    else if (use === 'made') all.faults.push(named(facts, path) ?? unchangeable(entity, field));
    else {
      const found = isEmptyCell(cell)
        ? { changes: cleared(field, held ?? null) }
        : changesOf(field, held, cell, facts.roles);
      if ('fault' in found) all.faults.push(`${field.label} ${found.fault}.`);
      else all.changes.push(...found.changes);
    }
  }
  return all;
}

function isSame(
  { path, kind }: ImportField,
  held: JsonValue | undefined,
  cell: ImportCell,
  { references, emptyClears }: RowFacts,
): boolean {
  if (sameCell(kind, held, cell)) return true;
  if (isEmptyCell(cell)) return !emptyClears;
  const found = references.get(path);
  return found !== undefined && 'id' in found && found.id === held;
}

/** Why a cell names no record, where it is to name one. */
function named({ references }: RowFacts, path: string): string | undefined {
  const found = references.get(path);
  return found !== undefined && 'fault' in found ? found.fault : undefined;
}

const unchangeable = (entity: EntityName, { label }: ImportField): string => {
  const { one, remove = t('Delete'), create = t('Create') } = modelOf(entity).words;
  const words = { label, one, remove: remove.toLowerCase(), create: create.toLowerCase() };
  return /^[aeiou]/.test(one)
    ? t('{label} of an {one} cannot be changed: {remove} this one, and {create} another one.', words)
    : t('{label} of a {one} cannot be changed: {remove} this one, and {create} another one.', words);
};

function cleared({ path, kind }: ImportField, held: JsonValue): readonly FieldChange[] {
  if (kind === 'json' || kind === 'config')
    return asChanges(metadataDifference(held as JsonObject, {}, path), held);
  const blank = kind === 'entry' ? null : kindSpec(kind).blank;
  return sameHeld(kind, held, blank) ? [] : [{ path, held, value: blank }];
}

function changesOf(
  { path, kind, ...words }: ImportField,
  held: JsonValue | undefined,
  cell: ImportCell,
  roles: RowFacts['roles'],
): { readonly changes: readonly FieldChange[] } | { readonly fault: string } {
  const read = readCell(kind, cell, { ...words, roles, held });
  if ('fault' in read) return read;
  const value = asHeld(kind, read.value);
  if (sameHeld(kind, value, held ?? null)) return { changes: [] };
  if (kind !== 'json' && !(kind === 'config' && !path.includes('.')))
    return { changes: [{ path, held: held ?? null, value }] };
  const parts = metadataDifference((held ?? {}) as JsonObject, value as JsonObject, path);
  const odd = metadataFault(parts);
  return odd === null
    ? { changes: asChanges(parts, held ?? {}) }
    : { fault: t('cannot be taken: {why}', { why: odd.replace(/\.$/, '') }) };
}

/** Metadata is edited value by value, each at its own path. */
const asChanges = (parts: ReturnType<typeof metadataDifference>, held: JsonValue): readonly FieldChange[] =>
  parts.map(({ path, keys, value }) => ({
    path,
    held: readField(held as JsonObject, keys.join('.')) ?? null,
    value,
  }));
