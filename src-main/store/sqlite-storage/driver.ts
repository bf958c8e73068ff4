/** What SQLite stores and what statements take and give. Booleans are not among them. */
export type SqlValue = string | number | null | Uint8Array<ArrayBuffer>;

/** One result row, by column name. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** A compiled statement; `Row` is a whole row or, for plucked statements, its single column. */
export interface SqlStatement<Row> {
  run(params?: readonly SqlValue[]): void;
  get(params?: readonly SqlValue[]): Row | undefined;
  all(params?: readonly SqlValue[]): Row[];
  close(): void;
}

/** One open, keyed database file. Every method is synchronous and throws errors that carry a SQLite `code`. */
export interface SqlDatabase {
  exec(sql: string): void;
  /** Compiles one statement; the caller closes it, or lets it go with the database. */
  prepare(sql: string): SqlStatement<SqlRow>;
  /** Like `prepare`, for statements of one column. */
  pluck(sql: string): SqlStatement<SqlValue>;
  pragma(source: string): readonly SqlRow[];
  /** Runs `work` between BEGIN and COMMIT; whatever it throws rolls everything back and is thrown on. */
  transaction<Result>(work: () => Result): Result;
  /** Writes everything into a new file at `path`, sealed with `key`, in one go. */
  exportTo(path: string, key: string): void;
  close(): void;
}

/**
 * What the bytes of a file say about a key, found without opening the file as a database (so that a refusal
 * cannot change it): `absent` (nothing there, or empty), `plaintext` (an unencrypted SQLite file, or one that no key can
 * have made), `sealed`
 * (at least one page was sealed with this key) or `foreign` (no page was).
 */
export type FileSeal = 'absent' | 'plaintext' | 'sealed' | 'foreign';

/** The only door to SQLite: another SQLite can be put in by writing this interface once. */
export interface SqlDriver {
  inspect(path: string, key: string): FileSeal;
  /**
   * Opens or creates the file, applies the raw key (64 hexadecimal digits) and proves that encryption is active.
   * Takes no lock yet.
   */
  open(path: string, key: string): SqlDatabase;
}
