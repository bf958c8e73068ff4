import { closeSync, openSync, readSync } from 'node:fs';
import { asStoreError } from './as-store-error';
import type { CommitMark } from './commit-mark';
import type { SqlDatabase, SqlRow, SqlStatement, SqlValue } from './driver';
import { signDamage } from './store-companions';
import { StoreError } from './store-error';

/** Ad-hoc SQL kept compiled at once; beyond it all of them are let go. */
const MOST_STATEMENTS = 400;

/**
 * One open database file: the single connection of this process, its compiled statements and its transactions.
 * All work is synchronous, so transactions run one after the other in the order they arrive.
 */
export class StoreFile {
  readonly path: string;
  readonly #database: SqlDatabase;
  readonly #rows = new Map<string, SqlStatement<SqlRow>>();
  readonly #columns = new Map<string, SqlStatement<SqlValue>>();
  /** Acknowledged commits that a power cut took: more than none only right after one. */
  lostCommits = 0;
  /** Transactions begun so far that change documents: what was read before the last of them may have changed. */
  transactions = 0;
  readonly #bytes: number;
  #mark: CommitMark | undefined;
  #open = true;

  /** Takes over a database that exists as a file by now. */
  constructor(path: string, database: SqlDatabase) {
    this.path = path;
    this.#database = database;
    this.#bytes = openSync(path, 'r');
  }

  /**
   * Raw bytes of the file itself, as far as the log has been folded in. Nobody may open and close the path meanwhile:
   * POSIX drops a process's lock on a file when any of its descriptors of that file is closed.
   *
   * @returns how many bytes were read
   */
  readBytes(bytes: Uint8Array, position: number): number {
    return this.use(() => readSync(this.#bytes, bytes, 0, bytes.length, position));
  }

  /** Runs work on the connection; driver errors come out as {@link StoreError}. */
  use<Result>(work: (database: SqlDatabase) => Result): Result {
    if (!this.#open) throw new StoreError('closed', `${this.path} is closed.`);
    try {
      return work(this.#database);
    } catch (error) {
      const known = asStoreError(error, this.path);
      if (known instanceof StoreError && known.code === 'damaged') signDamage(this.path);
      throw known;
    }
  }

  /** From now on every transaction is counted, and its number noted beside the file once it is in. */
  noteCommits(mark: CommitMark): void {
    mark.write(Number(this.value('SELECT n FROM commits')));
    this.#mark = mark;
  }

  /**
   * All or nothing; what `work` throws is thrown on after the rollback.
   *
   * @param changes false where documents stay as they are, so that whoever reads them may go on
   */
  transaction<Result>(work: () => Result, changes = true): Result {
    let commits = 0;
    if (changes) this.transactions += 1;
    const result = this.use((database) =>
      database.transaction(() => {
        const done = work();
        if (this.#mark) commits = Number(this.value('UPDATE commits SET n = n + 1 RETURNING n'));
        return done;
      }),
    );
    this.#mark?.write(commits);
    return result;
  }

  exec(sql: string): void {
    this.use((database) => database.exec(sql));
  }

  run(sql: string, params?: readonly SqlValue[]): void {
    this.use(() => this.#rowStatement(sql).run(params));
  }

  rows(sql: string, params?: readonly SqlValue[]): readonly SqlRow[] {
    return this.use(() => this.#rowStatement(sql).all(params));
  }

  row(sql: string, params?: readonly SqlValue[]): SqlRow | undefined {
    return this.use(() => this.#rowStatement(sql).get(params));
  }

  /** The single column of every result row. */
  column(sql: string, params?: readonly SqlValue[]): readonly SqlValue[] {
    return this.use(() => this.#columnStatement(sql).all(params));
  }

  /** The single column of the first result row. */
  value(sql: string, params?: readonly SqlValue[]): SqlValue | undefined {
    return this.use(() => this.#columnStatement(sql).get(params));
  }

  /** Lets the log be folded into the file again, after a backup kept it from that; nothing to do once closed. */
  letLogFold(): void {
    if (this.#open) this.exec('PRAGMA wal_autocheckpoint = 10000');
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#mark?.close();
    try {
      this.#database.close();
    } catch (error) {
      throw asStoreError(error, this.path);
    } finally {
      closeSync(this.#bytes);
    }
  }

  #rowStatement(sql: string): SqlStatement<SqlRow> {
    return kept(this.#rows, sql, () => this.#database.prepare(sql));
  }

  #columnStatement(sql: string): SqlStatement<SqlValue> {
    return kept(this.#columns, sql, () => this.#database.pluck(sql));
  }
}

function kept<Row>(
  statements: Map<string, SqlStatement<Row>>,
  sql: string,
  compile: () => SqlStatement<Row>,
): SqlStatement<Row> {
  let statement = statements.get(sql);
  if (statement === undefined) {
    if (statements.size >= MOST_STATEMENTS) {
      for (const old of statements.values()) old.close();
      statements.clear();
    }
    statement = compile();
    statements.set(sql, statement);
  }
  return statement;
}
