import type { RxDocumentData } from 'rxdb';
import type { CollectionTable } from './collection-table';
import { dataOf } from './document-data';
import type { SqlValue } from './driver';
import { stringKey } from './string-key';
import { TallySheet } from './tally-sheet';

/** Puts the documents of one bulk into the table, its text index and its tallies, inside one transaction. */
export class RowWriter {
  readonly #table: CollectionTable;
  readonly #tallies: TallySheet;
  readonly #insert: string;

  constructor(table: CollectionTable) {
    this.#table = table;
    table.writes += 1;
    this.#tallies = new TallySheet(table);
    const columns = [
      'rid',
      'id',
      'rev',
      'deleted',
      'lwt',
      ...table.layout.fields.map(({ column }) => column),
      'data',
    ];
    this.#insert = `INSERT INTO ${table.name} (${columns.join(', ')})
      VALUES (${columns.map(() => '?').join(', ')})`;
  }

  insert<RxDocType>(id: string, document: RxDocumentData<RxDocType>): void {
    const table = this.#table;
    const rowId = table.nextRow;
    table.nextRow += 1;
    const keys = table.encode(document);
    table.file.run(this.#insert, [
      rowId,
      stringKey(id),
      document._rev,
      document._deleted ? 1 : 0,
      document._meta.lwt,
      ...keys,
      dataOf(document),
    ]);
    if (document._deleted) return;
    this.#tallies.count(keys, 1);
    table.textFor(rowId)?.add(rowId, document);
  }

  /** Writes only the key columns that changed, so that only their indexes are touched. */
  update<RxDocType>(
    rowId: SqlValue,
    before: RxDocumentData<RxDocType>,
    after: RxDocumentData<RxDocType>,
  ): void {
    const table = this.#table;
    const oldKeys = table.encode(before);
    const keys = table.encode(after);
    const sets = ['rev = ?', 'lwt = ?', 'data = ?'];
    const params: SqlValue[] = [after._rev, after._meta.lwt, dataOf(after)];
    if (before._deleted !== after._deleted) {
      sets.push('deleted = ?');
      params.push(after._deleted ? 1 : 0);
    }
    table.layout.fields.forEach(({ column }, place) => {
      const key = keys[place] ?? null;
      if (key === oldKeys[place]) return;
      sets.push(`${column} = ?`);
      params.push(key);
    });
    table.file.run(`UPDATE ${table.name} SET ${sets.join(', ')} WHERE rid = ?`, [...params, rowId]);
    if (!before._deleted) this.#tallies.count(oldKeys, -1);
    if (!after._deleted) this.#tallies.count(keys, 1);
    table.textFor(rowId)?.replace(rowId, before, after);
  }

  /** Writes what was gathered; call once, after the last document. */
  finish(): void {
    this.#tallies.write();
  }
}
