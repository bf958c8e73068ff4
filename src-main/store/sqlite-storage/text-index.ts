import type { SqlValue } from './driver';
import type { StoreFile } from './store-file';
import { type TextEncoder, textEncoder } from './text-encoder';

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

  create(): void {
    this.#file.exec(`CREATE VIRTUAL TABLE ${this.name} USING fts5(
      text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`);
    // Gathers 16 MB of a bulk before it is merged into the index: a quarter less time to build it.
    this.#file.exec(`INSERT INTO ${this.name} (${this.name}, rank) VALUES ('hashsize', 16777216)`);
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
