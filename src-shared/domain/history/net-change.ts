import { isDerivedField } from '../changed-fields';
import type { HistoryEntry } from '../history-entry';
import { type JsonValue, jsonEqual } from '../json';

/** What happened to one record between two moments, steps in between left out. */
export interface NetChange extends Pick<HistoryEntry, 'entity' | 'recordId' | 'organizationId' | 'label'> {
  readonly change: HistoryEntry['change'];
  readonly fields: readonly {
    readonly field: string;
    readonly before: JsonValue;
    readonly after: JsonValue;
  }[];
  /** Who did it: from here, on the service, or both. */
  readonly sources: readonly HistoryEntry['source'][];
  /** Time of the last step, ms. */
  readonly at: number;
}

/** Adds an older step to what is known already; entries come newest first. Pure. */
export function addOlder(net: NetChange | undefined, older: HistoryEntry): NetChange {
  if (net === undefined) {
    const { entity, recordId, organizationId, label, change, fields, source, at } = older;
    return { entity, recordId, organizationId, label, change, fields, sources: [source], at };
  }
  const fields = new Map(net.fields.map((field) => [field.field, field]));
  for (const { field, before, after } of older.fields)
    fields.set(field, { field, before, after: fields.get(field)?.after ?? after });
  return {
    ...net,
    change: joined(older.change, net.change),
    fields: [...fields.values()],
    sources: net.sources.includes(older.source) ? net.sources : [...net.sources, older.source],
  };
}

/**
 * False for what came back to where it was (made and deleted again, or a value set back), and where nothing differs but what
 * follows from other records or from time. Asked of a settled change.
 */
export function isLasting({ entity, change, fields }: NetChange): boolean {
  return change !== 'updated' || fields.some(({ field }) => !isDerivedField(entity, field));
}

/** What is told of it: of an update, the fields that differ in the end. */
export function settled(net: NetChange): NetChange {
  if (net.change !== 'updated') return net;
  return { ...net, fields: net.fields.filter(({ before, after }) => !jsonEqual(before, after)) };
}

function joined(first: NetChange['change'], then: NetChange['change']): NetChange['change'] {
  if (first === 'created') return then === 'deleted' ? 'updated' : 'created';
  if (first === 'deleted') return then === 'deleted' ? 'deleted' : 'updated';
  return then === 'created' ? 'updated' : then;
}
