import type { StoreFile } from './store-file';

/** Below this, what SQLite assumes of a table that it knows nothing about leads to the indexes. */
const FEWEST = 1000;
/** How many times a table may have grown before its figures mislead. */
const GROWTH = 10;

/**
 * What SQLite's planner knows of one table, kept true as it grows: figures taken of a handful of rows make it read the
 * whole table for each id that is looked up, however long the table has become (https://sqlite.org/lang_analyze.html).
 */
export class PlannerStatistics {
  readonly #file: StoreFile;
  readonly #table: string;
  /** Rows at which the figures are due to be taken anew. */
  #due: number;

  constructor(file: StoreFile, table: string) {
    this.#file = file;
    this.#table = table;
    this.#due = this.#dueAt();
  }

  /** Takes the figures anew where the table, of so many rows, has outgrown them. */
  keep(rows: number): void {
    if (rows < this.#due) return;
    this.#file.exec(`PRAGMA analysis_limit = 1000; ANALYZE ${this.#table}`);
    this.#due = rows * GROWTH;
  }

  /** Reads again what is known, once a transaction was rolled back. */
  reread(): void {
    this.#due = this.#dueAt();
  }

  /** The first number of a row of `sqlite_stat1` is how many rows the table had (https://sqlite.org/fileformat2.html#stat1tab). */
  #dueAt(): number {
    const taken = this.#file.value("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'");
    const stat = taken && this.#file.value('SELECT stat FROM sqlite_stat1 WHERE tbl = ?', [this.#table]);
    return Math.max(FEWEST, (Number.parseInt(String(stat), 10) || 0) * GROWTH);
  }
}
