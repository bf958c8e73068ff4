import { asStoreError } from './as-store-error';
import type { SqlDatabase, SqlRow, SqlStatement, SqlValue } from './driver';
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
  #open = true;

  constructor(path: string, database: SqlDatabase) {
    this.path = path;
    this.#database = database;
  }

  /** Runs work on the connection; driver errors come out as {@link StoreError}. */
  use<Result>(work: (database: SqlDatabase) => Result): Result {
    if (!this.#open) throw new StoreError('closed', `${this.path} is closed.`);
    try {
      return work(this.#database);
    } catch (error) {
      throw asStoreError(error, this.path);
    }
  }

  /** All or nothing; what `work` throws is thrown on after the rollback. */
  transaction<Result>(work: () => Result): Result {
    return this.use((database) => database.transaction(work));
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

  close(): void {
    if (!this.#open) return;
    this.use((database) => database.close());
    this.#open = false;
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
