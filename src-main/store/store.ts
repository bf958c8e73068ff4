import type { BackupReport, IntegrityReport } from '@shared/contract/maintenance';
import type { Condition, Facet, PageQuery } from '@shared/contract/page';
import type { ChangeSet } from '@shared/domain/change-set';
import type { EntityName } from '@shared/domain/entity';
import type { HistoryEntry } from '@shared/domain/history-entry';
import type { ChangeSetId, IntentId, RecordId } from '@shared/domain/ids';
import type { Intent, IntentState } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';

/** A history entry before the store numbers and chains it. */
export type HistoryDraft = Omit<HistoryEntry, 'id' | 'seq' | 'previousHash' | 'hash'>;

export interface RecordPut {
  readonly entity: EntityName;
  readonly record: StoredRecord;
}

/** Everything that belongs together: written in one transaction, or not at all. */
export interface WriteBatch {
  readonly put?: readonly RecordPut[];
  readonly remove?: readonly { readonly entity: EntityName; readonly id: RecordId }[];
  /** New or moved intents; they reach the separate intent journal before the database. */
  readonly intents?: readonly Intent[];
  readonly history?: readonly HistoryDraft[];
  readonly changeSets?: readonly ChangeSet[];
  /** Cursors and other small values, by key; a null removes the key. */
  readonly meta?: Readonly<Record<string, JsonValue>>;
}

/** Reads what it needs and says what to write. It must not call `write` itself: writes wait for it. */
export type WritePlan = () => Promise<WriteBatch>;

/** What changed in a commit: which entities, and whether intents, change sets or history did. */
export interface StoreChange {
  readonly entities: ReadonlySet<EntityName>;
  readonly intents: boolean;
  readonly changeSets: boolean;
  readonly history: boolean;
  /** Keys of the small values that were written. */
  readonly meta: readonly string[];
}

export interface IntentTally {
  readonly changeSetId: ChangeSetId;
  readonly state: IntentState;
  readonly count: number;
}

export interface StorePage {
  readonly rows: readonly StoredRecord[];
  readonly total: number;
  readonly totalIsLowerBound: boolean;
}

/** Given the part done, 0 to 1. */
export type OnProgress = (fraction: number) => void;

/** What looks after the file of an open store; one of them at a time. */
export interface StoreMaintenance {
  /** Checks every page, the structure and the journal; a journal that lags behind a sound database is written anew. */
  check(onProgress: OnProgress): Promise<IntegrityReport>;
  /**
   * Copies everything into one encrypted file while others go on, and reads it again.
   *
   * @param to replaced in one step when it exists
   * @param label what it takes to open the file later, kept as it is and not encrypted
   * @throws StoreError `damaged`, `disk-full`, `read-only`, `io`; `to` is then as it was.
   */
  backUp(to: string, label: string, onProgress: OnProgress): Promise<BackupReport>;
}

/** Entries of any of these records, all of one organization, and these. */
export interface HistoryScopes {
  readonly recordIds: readonly RecordId[];
  readonly organizationId?: string;
  readonly seqs?: readonly number[];
}

/** Rows of an entity that hold the id of another row in the field `by`, which is indexed: at most so many of them. */
export interface FewOf {
  readonly entity: EntityName;
  readonly by: string;
  readonly where: readonly Condition[];
  readonly atMost: number;
}

/** The workspace's database, as the rest of the engine sees it. Disk trouble throws a `StoreError` with a code. */
export interface Store {
  get<E extends EntityName>(entity: E, id: RecordId): Promise<StoredRecord<E> | null>;
  getMany<E extends EntityName>(
    entity: E,
    ids: readonly RecordId[],
  ): Promise<ReadonlyMap<RecordId, StoredRecord<E>>>;
  /** `sync.hash` of the rows with these ids, '' for one that is gone: far cheaper than reading the rows. */
  hashes(entity: EntityName, ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, string>>;
  /** `counts`: false where nobody asks how many there are in all; the total is then a lower bound, 0. */
  page(query: PageQuery, counts?: boolean): Promise<StorePage>;
  /** The same of rows that few rows of another entity name. */
  few(query: PageQuery, of: FewOf, counts?: boolean): Promise<StorePage>;
  /** All rows that match, in id order: for planners and exports; at most `limit` (default: all). */
  list<E extends EntityName>(
    entity: E,
    where: readonly Condition[],
    limit?: number,
  ): Promise<readonly StoredRecord<E>[]>;
  count(entity: EntityName, where?: readonly Condition[]): Promise<number>;
  facets(query: PageQuery, field: string): Promise<readonly Facet[]>;
  /** Of all rows: how many different values of `of` those with each value of `field` have. Both must be indexed. */
  countDistinct(entity: EntityName, field: string, of: string): Promise<readonly Facet[]>;
  intents(query?: {
    readonly states?: readonly IntentState[];
    readonly recordIds?: readonly RecordId[];
    readonly ids?: readonly IntentId[];
    readonly changeSetId?: ChangeSetId;
    /** Only those that were staged behind this one. */
    readonly afterSeq?: number;
    readonly limit?: number;
  }): Promise<readonly Intent[]>;
  /** How many intents of each change set stand in each state, without reading them. */
  intentTally(): Promise<readonly IntentTally[]>;
  changeSets(): Promise<readonly ChangeSet[]>;
  history(query: {
    readonly entity?: EntityName;
    readonly recordId?: RecordId;
    readonly recordIds?: readonly RecordId[];
    readonly organizationId?: string;
    readonly about?: HistoryScopes;
    readonly seqs?: readonly number[];
    readonly change?: HistoryEntry['change'];
    readonly source?: HistoryEntry['source'];
    /** Part of the label, case aside; looked for entry by entry, newest first, until `limit` are found. */
    readonly text?: string;
    readonly limit: number;
    readonly beforeSeq?: number;
    readonly afterSeq?: number;
  }): Promise<readonly HistoryEntry[]>;
  /** Ids of all rows of an entity, in no order: far cheaper than reading the rows. */
  ids(entity: EntityName): Promise<readonly RecordId[]>;
  /** Builds what questions about an entity need, now rather than at the first question: after a load, before people look. */
  prepare(entity: EntityName): Promise<void>;
  /** Makes what was copied searchable while others work, `afterMs` from now; resolves once it is. Until then the first search waits for that. */
  prepareSearch(afterMs?: number): Promise<void>;
  meta(key: string): Promise<JsonValue | null>;
  /**
   * Writes a batch in one transaction. Given a plan, nobody else writes between its first read and its commit: whoever
   * projects a row from what is stored (its server row, its open intents) must write by a plan, or a concurrent writer's
   * intent could vanish from the row.
   */
  write(batch: WriteBatch | WritePlan): Promise<void>;
  /** Called after each commit; returns the unsubscriber. */
  subscribe(listener: (change: StoreChange) => void): () => void;
  readonly maintenance: StoreMaintenance;
  close(): Promise<void>;
}
