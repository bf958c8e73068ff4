import { recordHash } from '@main/store/record-hash';
import type { HistoryDraft, RecordPut } from '@main/store/store';
import { type EntityName, modelOf } from '@shared/domain/entity';
import type { RecordId } from '@shared/domain/ids';
import { type Intent, isOpen } from '@shared/domain/intent';
import { type JsonObject, jsonEqual } from '@shared/domain/json';
import { project, serverRow } from '@shared/domain/project';
import { readLagMs } from '@shared/domain/read-lag';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { observedChange } from './observed-change';

export interface HashedRecord<E extends EntityName> {
  readonly record: RemoteRecord<E>;
  /** `recordHash` of it. */
  readonly hash: string;
}

export function hashed<E extends EntityName>(record: RemoteRecord<E>): HashedRecord<E> {
  return { record, hash: recordHash(record) };
}

/** A page and everything that decides what becomes of it. */
export interface PageFacts<E extends EntityName> {
  readonly entity: E;
  readonly records: readonly HashedRecord<E>[];
  /** Stored rows of these records. */
  readonly local: ReadonlyMap<RecordId, StoredRecord<E>>;
  /** Intents that name these records, open or not. */
  readonly intents: readonly Intent[];
  readonly sweep: number;
  /** When the page was asked for, ms: what was written here since then is newer than the page. */
  readonly requestedAt: number;
  /** True during the first sweep: what it finds is no change. */
  readonly first: boolean;
}

export interface PagePlan {
  readonly put: readonly RecordPut[];
  readonly history: readonly HistoryDraft[];
  /** Records that are new or differ from what was stored. */
  readonly changed: number;
}

/**
 * What a page of the service writes: nothing for unchanged records; for others the visible row, which is the server row
 * with the open intents laid over it (law 1), and a history entry. Pure.
 */
export function planPage<E extends EntityName>(facts: PageFacts<E>): PagePlan {
  const { entity, records, local, sweep, requestedAt, first } = facts;
  const byRecord = groupByRecord(facts.intents);
  const put: RecordPut[] = [];
  const history: HistoryDraft[] = [];
  let changed = 0;
  for (const { record, hash } of records) {
    const row = local.get(record.id);
    if (row !== undefined && row.state !== 'gone' && row.sync.hash === hash) continue;
    const intents = byRecord.get(record.id) ?? [];
    const before = row === undefined ? null : serverRow(entity, row);
    if (before === null ? wasDeletedHere(intents, requestedAt) : isBehind(record, before, row, requestedAt))
      continue;
    const seen = { hash, sweep, fetchedAt: requestedAt };
    const projected = project(entity, record, intents.filter(isOpen), seen);
    if (projected !== null) put.push({ entity, record: projected });
    if (before !== null && jsonEqual(asJson(before), asJson(record))) continue;
    changed += 1;
    const isNew = first || (before === null && modelOf(entity).standing === true);
    const entry = isNew ? null : observedChange({ entity, before, after: record, at: requestedAt });
    if (entry !== null) history.push(entry);
  }
  return { put, history, changed };
}

/** A lagging read may still list what a deletion from here has just removed. */
function wasDeletedHere(intents: readonly Intent[], requestedAt: number): boolean {
  return intents.some(
    ({ action, state, closedAt }) =>
      action.verb === 'delete' && state === 'applied' && closedAt > requestedAt - readLagMs,
  );
}

/**
 * The service's own clock says that the page is older than a row written here lately (by an answer to a write): a page on
 * its way, or a lagging read. An older time on a row of long ago is a service restored from a backup: that is adopted.
 */
function isBehind(
  record: RemoteRecord,
  before: RemoteRecord,
  row: StoredRecord | undefined,
  requestedAt: number,
): boolean {
  if (row === undefined || !('updatedAt' in record) || !('updatedAt' in before)) return false;
  return record.updatedAt < before.updatedAt && row.sync.fetchedAt > requestedAt - readLagMs;
}

function groupByRecord(intents: readonly Intent[]): ReadonlyMap<RecordId, readonly Intent[]> {
  const groups = new Map<RecordId, Intent[]>();
  for (const intent of intents) {
    const group = groups.get(intent.recordId);
    if (group === undefined) groups.set(intent.recordId, [intent]);
    else group.push(intent);
  }
  return groups;
}

/** A remote record is plain JSON by its schema. */
function asJson(record: RemoteRecord): JsonObject {
  return { ...record };
}
