import { pathReader } from './document-path';
import type { SqlValue } from './driver';
import { fold, marked, unspaced } from './folded-text';
import type { StoreFile } from './store-file';

/**
 * The trigram index over a collection's declared text. It keeps no text of its own, only which rows hold which
 * three-letter pieces where; deleted documents are not in it.
 */
export class TextIndex {
  readonly #file: StoreFile;
  readonly #encode: TextEncoder;

  constructor(
    file: StoreFile,
    readonly name: string,
    paths: readonly string[],
  ) {
    this.#file = file;
    this.#encode = textEncoder(paths);
  }

  /** The marked text of a document, as it is indexed. */
  textOf(document: unknown): string {
    return this.#encode(document);
  }

  /** Makes it where it is not there yet. */
  create(): void {
    if (this.#exists()) return;
    this.#file.exec(`CREATE VIRTUAL TABLE ${this.name} USING fts5(
      text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`);
    // Gathers 16 MB of a bulk before it is merged into the index: a quarter less time to build it.
    this.#file.exec(`INSERT INTO ${this.name} (${this.name}, rank) VALUES ('hashsize', 16777216)`);
  }

  /** The last row that is in it; 0 where there is none. */
  lastRow(): number {
    if (!this.#exists()) return 0;
    return Number(this.#file.value(`SELECT rowid FROM ${this.name} ORDER BY rowid DESC LIMIT 1`) ?? 0);
  }

  #exists(): boolean {
    return this.#file.row('SELECT 1 FROM sqlite_master WHERE name = ?', [this.name]) !== undefined;
  }

  drop(): void {
    this.#file.exec(`DROP TABLE IF EXISTS ${this.name}`);
  }

  add(rowId: SqlValue, document: unknown): void {
    const text = this.#encode(document);
    if (text !== '') this.#file.run(`INSERT INTO ${this.name} (rowid, text) VALUES (?, ?)`, [rowId, text]);
  }

  /** Follows a change; documents whose text stays the same cost nothing. */
  replace(
    rowId: SqlValue,
    before: { readonly _deleted: boolean },
    after: { readonly _deleted: boolean },
  ): void {
    const old = before._deleted ? '' : this.#encode(before);
    const text = after._deleted ? '' : this.#encode(after);
    if (old === text) return;
    if (old !== '') this.#file.run(`DELETE FROM ${this.name} WHERE rowid = ?`, [rowId]);
    if (text !== '') this.#file.run(`INSERT INTO ${this.name} (rowid, text) VALUES (?, ?)`, [rowId, text]);
  }
}

/** The searchable text of one document, all declared fields behind one another; empty when it has none. */
type TextEncoder = (document: unknown) => string;

/** Reads strings, and lists of strings, from the declared paths. */
function textEncoder(paths: readonly string[]): TextEncoder {
  const readers = paths.map(pathReader);
  return (document) => {
    let text = '';
    for (const read of readers) {
      const { value } = read(document);
      for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
        if (typeof item !== 'string' || item === '') continue;
        for (const each of [item, ...unspaced(item)]) text += `${marked(fold(each))} `;
      }
    }
    return text;
  };
}
