import type { RxDocumentData } from 'rxdb';
import { byIds } from './collection-layout';
import { documentOf } from './document-data';
import { StoreError } from './store-error';
import type { StoreFile } from './store-file';

const BATCH = 2000;

/** A collection as a file holds it. */
export interface StoredCollection {
  readonly name: string;
  readonly version: number;
  /** Its table. */
  readonly table: string;
}

/** What `read` gives, or nothing when the file is damaged there. */
function spared<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return undefined;
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The collections that a file still knows; empty when not even that can be read. */
export function storedCollections(file: StoreFile): readonly StoredCollection[] {
  const rows = spared(() => file.rows('SELECT id, name, version FROM collections ORDER BY id')) ?? [];
  return rows.map(({ id, name, version }) => ({
    name: String(name),
    version: Number(version),
    table: `c${id}`,
  }));
}

/** Every document that can still be read from a table of a salvaged copy, tombstones too. */
export function* survivors(file: StoreFile, table: string): Generator<RxDocumentData<unknown>> {
  for (let after = 0; ; ) {
    const rows = spared(() =>
      file.column(`SELECT rid FROM ${table} NOT INDEXED WHERE rid > ? ORDER BY rid LIMIT ?`, [after, BATCH]),
    );
    if (rows === undefined || rows.length === 0) return;
    for (const rowId of rows) {
      const document = spared(() =>
        documentOf(file.value(`SELECT data FROM ${table} WHERE rid = ?`, [rowId])),
      );
      if (document !== undefined) yield document as RxDocumentData<unknown>;
    }
    after = Number(rows.at(-1));
  }
}

/** How many documents the table once held, as its index of ids says; `undefined` when that is damaged, too. */
export function formerCount(file: StoreFile, table: string): number | undefined {
  const count = spared(() => file.value(`SELECT count(*) FROM ${byIds(table)} WHERE id >= ''`));
  return count === undefined ? undefined : Number(count);
}
