import type { HistoryPart, ToldEntry } from '@shared/contract/history';
import type { DecodedInputOf } from '@shared/contract/operations';
import type { EntityName } from '@shared/domain/entity';
import { type ExportColumn, exportColumn } from '@shared/domain/export/export-columns';
import type { PseudonymHash } from '@shared/domain/export/pseudonym';
import { pseudonymised } from '@shared/domain/export/pseudonymise';
import type { JsonValue } from '@shared/domain/json';
import { fieldAt } from '@shared/domain/records/fields-of';

type HistoryPage = DecodedInputOf<'history'>;
export type ReadHistory = (query: HistoryPage) => Promise<HistoryPart>;

/** Entries that are read at once. */
const portion = 2_000;

/**
 * A row for an entry: where and when, what in words (`changes`) and as values (`fields`), what it was part of, and what proves it. What
 * `fields` holds is replaced field by field (`entryRow`).
 */
export const historyColumns: readonly ExportColumn[] = [
  { path: 'seq', kind: 'number' },
  { path: 'at', kind: 'time' },
  { path: 'entity', kind: 'choice' },
  { path: 'change', kind: 'choice' },
  { path: 'label', kind: 'name' },
  { path: 'changes', kind: 'text', plain: true },
  { path: 'organizationName', kind: 'name' },
  { path: 'source', kind: 'choice' },
  { path: 'signedBy', kind: 'name' },
  { path: 'changeSet', kind: 'name' },
  { path: 'ticket', kind: 'name' },
  { path: 'run', kind: 'choice' },
  { path: 'recordId', kind: 'ref' },
  { path: 'organizationId', kind: 'ref' },
  { path: 'intentId', kind: 'ref' },
  { path: 'requestId', kind: 'ref' },
  { path: 'fields', kind: 'json', plain: true },
  { path: 'id', kind: 'ref', plain: true },
  { path: 'hash', kind: 'text', plain: true },
  { path: 'previousHash', kind: 'text', plain: true },
];

/** An entry by these columns. With a `hash` its values are replaced, and its own hashes are left out. */
export function entryRow(entry: ToldEntry, hash: PseudonymHash | null): object {
  const { part, ...own } = entry;
  const fields = entry.fields.flatMap(({ field, before, after }) => {
    if (fieldAt(entry.entity, field)?.kind === 'secret') return [];
    const shown = (value: JsonValue): JsonValue =>
      hash === null ? value : replaced(entry, field, value, hash);
    return [{ field, before: shown(before), after: shown(after) }];
  });
  return {
    ...own,
    ...(hash !== null && { hash: '', previousHash: '' }),
    fields,
    changes: fields
      .map(({ field, before, after }) => `${field}: ${text(before)} → ${text(after)}`)
      .join('; '),
    signedBy: part?.by ?? '',
    changeSet: part?.set ?? '',
    ticket: part?.ticket ?? '',
    run: part?.run ?? '',
  };
}

/** What no model of now knows is replaced whole. */
function replaced(
  { entity }: { readonly entity: EntityName },
  field: string,
  value: JsonValue,
  hash: PseudonymHash,
): JsonValue {
  return pseudonymised(exportColumn(entity, field) ?? { kind: 'json' }, value, hash) ?? null;
}

const text = (value: JsonValue): string =>
  value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

/** All entries that match, newest first: those that were there when it began. */
export async function* walkEntries(
  read: ReadHistory,
  query: Omit<HistoryPage, 'limit' | 'beforeSeq'>,
  rowOf: (entry: ToldEntry) => object,
): AsyncGenerator<readonly object[]> {
  for (let beforeSeq: number | undefined; ; ) {
    const part = await read({ ...query, limit: portion, ...(beforeSeq !== undefined && { beforeSeq }) });
    yield part.entries.map(rowOf);
    if (part.next === null) return;
    beforeSeq = part.next;
  }
}
