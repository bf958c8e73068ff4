import type { EventBulk, RxDocumentData, RxStorageChangeEvent, RxStorageDefaultCheckpoint } from 'rxdb';
import { Subject } from 'rxjs';
import type { CollectionLayout } from './collection-layout';
import { type KeyEncoder, keyEncoder } from './row-encoder';
import { StoreError } from './store-error';
import type { StoreFile } from './store-file';

/** One write as RxDB's change streams carry it; documents are plain JSON to the storage. */
export type ChangeBulk = EventBulk<RxStorageChangeEvent<RxDocumentData<unknown>>, RxStorageDefaultCheckpoint>;

/**
 * The table behind one collection and schema version, shared by every storage instance that opened it.
 *
 *     rid | id (key) | rev | deleted | lwt | k0 ... kn (key columns) | data (the document as JSON)
 */
export class CollectionTable {
  readonly changes = new Subject<ChangeBulk>();
  readonly encode: KeyEncoder;
  /** Paths whose column cannot answer for some document; never shrinks. */
  readonly odd: Set<string>;
  /** The next row id; only this process writes, so counting here is safe. */
  nextRow: number;
  #indexed: boolean;
  #removed = false;

  constructor(
    readonly file: StoreFile,
    readonly id: number,
    readonly layout: CollectionLayout,
    stored: { readonly odd: readonly string[]; readonly indexed: boolean },
  ) {
    this.encode = keyEncoder(layout);
    this.odd = new Set(stored.odd);
    this.#indexed = stored.indexed;
    this.nextRow = Number(file.value(`SELECT max(rid) FROM ${this.name}`) ?? 0) + 1;
  }

  get name(): string {
    return `c${this.id}`;
  }

  /** Remembers, inside the running transaction, that a path holds values without a key. */
  markOdd(path: string): void {
    if (this.odd.has(path)) return;
    this.odd.add(path);
    this.file.run('UPDATE collections SET odd = ? WHERE id = ?', [JSON.stringify([...this.odd]), this.id]);
  }

  /**
   * Builds the secondary indexes. They wait for the first question, because building them over a loaded table is
   * several times faster than feeding them row by row.
   */
  ensureIndexed(): void {
    if (this.#indexed) return;
    this.file.transaction(() => {
      this.layout.indexes.forEach((columns, position) => {
        this.file.exec(`CREATE INDEX ${this.name}_i${position} ON ${this.name} (${columns.join(', ')})`);
      });
      this.file.run('UPDATE collections SET indexed = 1 WHERE id = ?', [this.id]);
    });
    this.#indexed = true;
  }

  /** Forgets what a rolled-back transaction had counted and marked. */
  rewind(nextRow: number, odd: readonly string[]): void {
    this.nextRow = nextRow;
    this.odd.clear();
    for (const path of odd) this.odd.add(path);
  }

  /** Drops the table and everything it owns. */
  remove(): void {
    this.file.transaction(() => {
      this.file.exec(`DROP TABLE ${this.name}`);
      this.file.run('DELETE FROM attachments WHERE collection = ?', [this.id]);
      this.file.run('DELETE FROM collections WHERE id = ?', [this.id]);
    });
    this.#removed = true;
  }

  ensureUsable(): void {
    if (this.#removed) throw new StoreError('closed', `Collection table ${this.name} was removed.`);
  }
}
