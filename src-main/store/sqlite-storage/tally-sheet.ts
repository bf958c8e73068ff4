import type { CollectionTable } from './collection-table';
import type { SqlValue } from './driver';

/** What `tallies` holds for a missing value: SQL NULL could not be a key. */
export const MISSING_TALLY: Uint8Array<ArrayBuffer> = Uint8Array.of(0);

/** Gathers what one bulk changes in the counts per facet value, and writes the sums once. */
export class TallySheet {
  readonly #table: CollectionTable;
  /** Where each facet's key lies among a document's key columns. */
  readonly #places: readonly { readonly path: string; readonly place: number }[];
  readonly #changes = new Map<string, { readonly path: string; readonly value: SqlValue; count: number }>();

  constructor(table: CollectionTable) {
    this.#table = table;
    this.#places = table.layout.facets.flatMap(({ path }) => {
      const place = table.layout.fields.findIndex((field) => field.path === path);
      return place < 0 ? [] : [{ path, place }];
    });
  }

  /** Counts a document's keys in (`1`) or out (`-1`). */
  count(keys: readonly SqlValue[], by: 1 | -1): void {
    for (const { path, place } of this.#places) {
      const key = keys[place] ?? null;
      const name = `${path} ${typeof key} ${String(key)}`;
      const change = this.#changes.get(name);
      if (change === undefined) this.#changes.set(name, { path, value: key ?? MISSING_TALLY, count: by });
      else change.count += by;
    }
  }

  /** Adds the sums to the stored counts, inside the running transaction. */
  write(): void {
    for (const { path, value, count } of this.#changes.values()) {
      if (count === 0) continue;
      this.#table.file.run(
        `INSERT INTO tallies VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET count = count + excluded.count`,
        [this.#table.id, path, value, count],
      );
    }
  }
}
