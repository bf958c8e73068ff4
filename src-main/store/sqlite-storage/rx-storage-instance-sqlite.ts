import type {
  BulkWriteRow,
  EventBulk,
  PreparedQuery,
  RxDocumentData,
  RxJsonSchema,
  RxStorageBulkWriteResponse,
  RxStorageChangeEvent,
  RxStorageCountResult,
  RxStorageDefaultCheckpoint,
  RxStorageInstance,
  RxStorageInstanceCreationParams,
  RxStorageQueryResult,
} from 'rxdb';
import type { Observable } from 'rxjs';
import { type ChangedDocuments, changedDocuments } from './changed-documents';
import type { CollectionTable } from './collection-table';
import { commitBulks } from './commit-bulks';
import { documentOf } from './document-data';
import { purgeDeleted } from './purge-deleted';
import { readAttachments } from './read-attachments';
import { countQuery, runQuery } from './run-query';
import { StoreError } from './store-error';
import type { TableLease } from './store-registry';
import { stringKey } from './string-key';
import type { AttachmentBytes } from './write-attachments';

/** What RxDB shows as `instance.internals`. */
export interface SQLiteInternals {
  readonly table: CollectionTable;
}

/** There is nothing to set per collection. */
export type SQLiteInstanceOptions = Readonly<Record<string, never>>;

const NO_BYTES: AttachmentBytes = new Map();

/**
 * One collection's storage. Its methods are asynchronous because RxDB's interface is; each does its work at once,
 * in the order of the calls. Only bulks with attachments wait, for the bytes, and then hold back those after them.
 */
export class RxStorageInstanceSQLite<RxDocType>
  implements RxStorageInstance<RxDocType, SQLiteInternals, SQLiteInstanceOptions, RxStorageDefaultCheckpoint>
{
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<RxDocType>>>;
  readonly options: Readonly<SQLiteInstanceOptions>;
  readonly internals: SQLiteInternals;
  readonly #lease: TableLease;
  #writes: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | undefined;

  constructor(params: RxStorageInstanceCreationParams<RxDocType, SQLiteInstanceOptions>, lease: TableLease) {
    this.databaseName = params.databaseName;
    this.collectionName = params.collectionName;
    this.schema = params.schema;
    this.options = params.options;
    this.internals = { table: lease.table };
    this.#lease = lease;
  }

  async bulkWrite(
    rows: BulkWriteRow<RxDocType>[],
    context: string,
  ): Promise<RxStorageBulkWriteResponse<RxDocType>> {
    const table = this.#usable();
    if (!table.layout.attachments) return this.#commit(table, rows, context, NO_BYTES);
    const written = this.#writes.then(async () =>
      // `close` waits for it, so that the table is still there.
      this.#commit(table, rows, context, await readAttachments(rows)),
    );
    this.#writes = written.catch(() => undefined);
    return written;
  }

  async findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<RxDocType>[]> {
    const table = this.#usable();
    return table.file
      .column(
        `SELECT t.data FROM json_each(?) j CROSS JOIN ${table.name} t ON t.id = j.value
         ${withDeleted ? '' : 'WHERE t.deleted = 0'} ORDER BY j.key`,
        [JSON.stringify(ids.map(stringKey))],
      )
      .map((data) => documentOf<RxDocType>(data));
  }

  async query(prepared: PreparedQuery<RxDocType>): Promise<RxStorageQueryResult<RxDocType>> {
    const table = this.#usable();
    table.ensureIndexed();
    return { documents: await runQuery(table, this.schema, prepared.query, { goesOn: this.#goesOn }) };
  }

  async count(prepared: PreparedQuery<RxDocType>): Promise<RxStorageCountResult> {
    const table = this.#usable();
    table.ensureIndexed();
    const count = await countQuery(table, this.schema, prepared.query, { goesOn: this.#goesOn });
    return { count, mode: 'fast' };
  }

  async getAttachmentData(documentId: string, attachmentId: string, digest: string): Promise<Blob> {
    const table = this.#usable();
    const row = table.file.row(
      'SELECT type, data FROM attachments WHERE collection = ? AND document = ? AND name = ? AND digest = ?',
      [table.id, stringKey(documentId), stringKey(attachmentId), digest],
    );
    if (row === undefined) throw new Error(`attachment ${attachmentId} of ${documentId} does not exist`);
    const bytes = row.data instanceof Uint8Array ? [row.data] : [];
    return new Blob(bytes, { type: String(row.type) });
  }

  /** Bound to the instance: RxDB's own `randomDelayStorage` calls it detached. */
  readonly getChangedDocumentsSince = async (
    limit: number,
    checkpoint?: RxStorageDefaultCheckpoint | null,
  ): Promise<ChangedDocuments<RxDocType>> => {
    const table = this.#usable();
    table.ensureIndexed();
    return changedDocuments(table, limit, checkpoint ?? undefined);
  };

  changeStream(): Observable<
    EventBulk<RxStorageChangeEvent<RxDocumentData<RxDocType>>, RxStorageDefaultCheckpoint>
  > {
    return this.#usable().changes.asObservable() as Observable<
      EventBulk<RxStorageChangeEvent<RxDocumentData<RxDocType>>, RxStorageDefaultCheckpoint>
    >;
  }

  async cleanup(minimumDeletedTime: number): Promise<boolean> {
    const table = this.#usable();
    table.ensureIndexed();
    return purgeDeleted(table, Date.now() - minimumDeletedTime);
  }

  close(): Promise<void> {
    this.#closed ??= this.#writes.then(() => this.#lease.release());
    return this.#closed;
  }

  async remove(): Promise<void> {
    // RxDB's own suite insists on a plain Error here.
    if (this.#closed) throw new Error(`Collection ${this.collectionName} is closed and cannot be removed.`);
    this.#usable();
    await this.#writes;
    this.#lease.remove();
    await this.close();
  }

  /** A question that takes long ends with the instance. */
  readonly #goesOn = (): void => {
    if (this.#closed) throw new StoreError('closed', `Collection ${this.collectionName} is closed.`);
  };

  #usable(): CollectionTable {
    this.#goesOn();
    const { table } = this.internals;
    table.ensureUsable();
    return table;
  }

  #commit(
    table: CollectionTable,
    rows: BulkWriteRow<RxDocType>[],
    context: string,
    bytes: AttachmentBytes,
  ): RxStorageBulkWriteResponse<RxDocType> {
    const [error = []] = commitBulks(table.file, [{ table, instance: this, rows, context, bytes }], 'keep');
    return { error };
  }
}
