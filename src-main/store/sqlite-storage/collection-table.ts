import type { EventBulk, RxDocumentData, RxStorageChangeEvent, RxStorageDefaultCheckpoint } from 'rxdb';
import { Subject } from 'rxjs';
import { Bookmarks } from './bookmarks';
import type { CollectionLayout } from './collection-layout';
import { documentOf } from './document-data';
import { pathReader } from './document-path';
import type { SqlValue } from './driver';
import { fold } from './folded-text';
import { PlannerStatistics } from './planner-statistics';
import { StoreError } from './store-error';
import type { StoreFile } from './store-file';
import { TextIndex } from './text-index';
import { UntilWritten } from './until-written';
import { isScalar, NULL_KEY, OTHER_KEY, scalarKey } from './value-key';

/** One write as RxDB's change streams carry it; documents are plain JSON to the storage. */
export type ChangeBulk = EventBulk<RxStorageChangeEvent<RxDocumentData<unknown>>, RxStorageDefaultCheckpoint>;

/** Rows read at once when indexes are built: bounds memory, not time. */
const BUILD_BATCH = 5000;

/**
 * The table behind one collection and schema version, shared by every storage instance that opened it.
 *
 *     rid | id (key) | rev | deleted | lwt | k0 ... kn (key columns) | data (the document as JSON)
 */
export class CollectionTable {
  readonly changes = new Subject<ChangeBulk>();
  /** Paths whose column cannot answer for some document; never shrinks. */
  readonly odd: Set<string>;
  /** The next row id; only this process writes, so counting here is safe. */
  nextRow: number;
  /** Bulks begun so far: what was counted before the last of them may have changed. */
  writes = 0;
  readonly bookmarks: Bookmarks;
  /** How many rows a condition finds. */
  readonly counts: UntilWritten<number>;
  readonly #statistics: PlannerStatistics;
  readonly #encode: KeyEncoder;
  readonly #text: TextIndex | undefined;
  #indexed: boolean;
  /** The last row whose text is indexed; Infinity once all are, and new ones as they are written. */
  #textBuilt: number;
  #removed = false;

  constructor(
    readonly file: StoreFile,
    readonly id: number,
    readonly layout: CollectionLayout,
    stored: { readonly odd: readonly string[]; readonly indexed: boolean; readonly searchable: boolean },
  ) {
    this.bookmarks = new Bookmarks(file);
    this.counts = new UntilWritten(file);
    this.#statistics = new PlannerStatistics(file, this.name);
    this.#encode = keyEncoder(layout);
    this.#text = layout.text.length > 0 ? new TextIndex(file, `${this.name}_text`, layout.text) : undefined;
    this.odd = new Set(stored.odd);
    this.#indexed = stored.indexed;
    this.#textBuilt = stored.searchable ? Number.POSITIVE_INFINITY : (this.#text?.lastRow() ?? 0);
    this.nextRow = Number(file.value(`SELECT max(rid) FROM ${this.name}`) ?? 0) + 1;
  }

  get name(): string {
    return `c${this.id}`;
  }

  /** Whether the secondary indexes are built. */
  get indexed(): boolean {
    return this.#indexed;
  }

  /** The text index, for a row that it has come to; the others it will find by itself. */
  textFor(rowId: SqlValue): TextIndex | undefined {
    return Number(rowId) <= this.#textBuilt ? this.#text : undefined;
  }

  /**
   * The text index, with all rows in it.
   *
   * @throws TypeError when the collection has no text fields.
   */
  searchable(): TextIndex {
    if (this.#text === undefined) throw new TypeError(`collection table ${this.name} has no text fields`);
    this.ensureIndexed();
    while (this.buildText(BUILD_BATCH));
    return this.#text;
  }

  /** A document's key columns; values without a key mark their path as odd, inside the running transaction. */
  encode(document: unknown): SqlValue[] {
    return this.#encode(document, (path) => {
      if (this.odd.has(path)) return;
      this.odd.add(path);
      this.file.run('UPDATE collections SET odd = ? WHERE id = ?', [JSON.stringify([...this.odd]), this.id]);
    });
  }

  /** The document in a row. */
  document<RxDocType>(rowId: SqlValue): RxDocumentData<RxDocType> {
    const data = this.file.value(`SELECT data FROM ${this.name} WHERE rid = ?`, [rowId]);
    return documentOf<RxDocType>(data);
  }

  /**
   * Builds the secondary indexes. They wait for the first question, because building them over a loaded table is several times
   * faster than feeding them row by row. Each is a transaction: what one holds unwritten would crowd the table, which all of them
   * read, out of the cache. Cut off between two, the next call goes on with those that are missing.
   */
  ensureIndexed(): void {
    if (this.#indexed) {
      this.#keepStatisticsIfWritable();
      return;
    }
    this.layout.indexes.forEach((columns, position) => {
      const index = `${this.name}_i${position}`;
      this.file.transaction(
        () => this.file.exec(`CREATE INDEX IF NOT EXISTS ${index} ON ${this.name} (${columns.join(', ')})`),
        false,
      );
    });
    this.file.transaction(
      () => this.file.run('UPDATE collections SET indexed = 1 WHERE id = ?', [this.id]),
      false,
    );
    this.#indexed = true;
    this.keepStatistics();
  }

  /** Lets the planner know of a table that has grown; without indexes it has no choice to make. */
  keepStatistics(): void {
    if (this.#indexed) this.#statistics.keep(this.nextRow - 1);
  }

  /** The same for whoever only reads: a disk that is full, or takes nothing, keeps nobody from that, and the next write says so. */
  #keepStatisticsIfWritable(): void {
    try {
      this.keepStatistics();
    } catch (error) {
      const isKept =
        error instanceof StoreError && (error.code === 'disk-full' || error.code === 'read-only');
      if (!isKept) throw error;
    }
  }

  /**
   * Puts the text of so many further rows into the text index, oldest first; false once all are in it. What it holds tells where to
   * go on: no row beyond its last one was in it before.
   */
  buildText(most: number): boolean {
    const text = this.#text;
    if (text === undefined || this.#textBuilt === Number.POSITIVE_INFINITY) return false;
    this.#textBuilt = this.file.transaction(() => {
      text.create();
      const rows = this.file.rows(
        `SELECT rid, data FROM ${this.name} WHERE rid > ? AND deleted = 0 ORDER BY rid LIMIT ?`,
        [this.#textBuilt, most],
      );
      for (const { rid = null, data } of rows) text.add(rid, documentOf(data));
      if (rows.length === most) return Number(rows.at(-1)?.rid);
      this.file.run('UPDATE collections SET searchable = 1 WHERE id = ?', [this.id]);
      return Number.POSITIVE_INFINITY;
    }, false);
    return this.#textBuilt !== Number.POSITIVE_INFINITY;
  }

  /** Forgets what a rolled-back transaction had counted and marked. */
  rewind(nextRow: number, odd: readonly string[]): void {
    this.nextRow = nextRow;
    this.odd.clear();
    for (const path of odd) this.odd.add(path);
    this.#statistics.reread();
  }

  /** Drops the table and everything it owns. */
  remove(): void {
    this.file.transaction(() => {
      this.file.exec(`DROP TABLE ${this.name}`);
      this.#text?.drop();
      this.file.run('DELETE FROM attachments WHERE collection = ?', [this.id]);
      this.file.run('DELETE FROM tallies WHERE collection = ?', [this.id]);
      this.file.run('DELETE FROM collections WHERE id = ?', [this.id]);
    });
    this.#removed = true;
  }

  ensureUsable(): void {
    if (this.#removed) throw new StoreError('closed', `Collection table ${this.name} was removed.`);
  }
}

/** The key columns of one document, and which of its fields hold something that no key can stand for. */
type KeyEncoder = (document: unknown, onOdd: (path: string) => void) => SqlValue[];

/**
 * Makes the function that fills a document's key columns. Missing becomes SQL NULL, null (and what JSON turns
 * into null) becomes {@link NULL_KEY}. Objects, and arrays anywhere on the path, are *odd*: they are reported,
 * and from then on queries on that field read the documents instead of the column.
 */
function keyEncoder(layout: CollectionLayout): KeyEncoder {
  const readers = layout.fields.map(({ path, folds }) => ({
    path: folds ?? path,
    read: pathReader(folds ?? path),
    folds: folds !== undefined,
  }));
  return (document, onOdd) => {
    const keys: SqlValue[] = new Array(readers.length);
    for (let index = 0; index < readers.length; index += 1) {
      const reader = readers[index];
      if (reader === undefined) continue;
      const { value, array } = reader.read(document);
      if (isScalar(value) && !array)
        keys[index] = scalarKey(reader.folds && typeof value === 'string' ? fold(value) : value);
      else if (array || (typeof value === 'object' && value !== null)) {
        onOdd(reader.path);
        keys[index] = OTHER_KEY;
      } else keys[index] = value === undefined ? null : NULL_KEY;
    }
    return keys;
  };
}
